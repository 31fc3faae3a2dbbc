package io.exportctl.kind.push;

import io.exportctl.dataset.AbandonedUploads;
import io.exportctl.dataset.Handshake;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Requirement;
import io.exportctl.dataset.Statement;
import io.exportctl.dataset.TestCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Handshake of a push dataset: the least permissions that the mover needs, as a test proves. */
final class PushHandshake {

  private static final String TEST_FILE = "handshake.txt";

  /** Days until abandoned uploads are removed, as in module {@code bucket}. */
  private static final int UPLOAD_DAYS = 7;

  private PushHandshake() {}

  static Handshake of(PushDataset dataset, Platform platform) {
    String name = dataset.name();
    String bucket = dataset.bucket();
    Optional<String> role = Optional.of(dataset.roleArn(platform));
    String sid = Statement.sid("Exports", name);
    List<Requirement> requirements = new ArrayList<>();
    requirements.add(
        new Requirement(
            Requirement.Policy.BUCKET,
            bucket,
            List.of(),
            List.of(
                new Statement(
                    sid,
                    role,
                    List.of("s3:PutObject", "s3:PutObjectAcl", "s3:PutObjectTagging"),
                    platform.bucketArn(bucket) + "/" + name + "/*"))));
    dataset
        .kmsKeyArn()
        .ifPresent(
            key ->
                requirements.add(
                    new Requirement(
                        Requirement.Policy.KEY,
                        key,
                        List.of(),
                        List.of(
                            new Statement(
                                sid, role, List.of("kms:Decrypt", "kms:GenerateDataKey"), "*")))));
    return new Handshake(
        requirements,
        Optional.of(
            new AbandonedUploads(
                bucket, name + "/", Statement.sid("AbandonedUploads", name), UPLOAD_DAYS)),
        List.of(
            new TestCommand(dataset.users().get(0), true, dataset.source(platform) + TEST_FILE),
            new TestCommand("the owner of " + bucket, false, dataset.target() + TEST_FILE)));
  }
}
