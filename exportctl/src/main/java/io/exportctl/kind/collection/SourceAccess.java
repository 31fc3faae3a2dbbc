package io.exportctl.kind.collection;

import io.exportctl.dataset.Handshake;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Requirement;
import io.exportctl.dataset.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Permissions that the owner of the source bucket gives the job's role. The role's own policy
 * narrows the listing to the prefix.
 */
record SourceAccess(CollectionDataset dataset, Platform platform) {

  Handshake handshake() {
    Source source = dataset.source();
    String bucket = platform.bucketArn(source.bucket());
    List<Requirement> asks = new ArrayList<>();
    asks.add(ofBucket("Reads", "s3:GetObject", bucket + "/" + source.fixedPrefix() + "*"));
    asks.add(ofBucket("Lists", "s3:ListBucket", bucket));
    source
        .kmsKeyArn()
        .ifPresent(
            key -> {
              Statement decrypts = statement("Decrypts", "kms:Decrypt", "*");
              asks.add(new Requirement(Requirement.Policy.KEY, key, List.of(), List.of(decrypts)));
            });
    return new Handshake(asks, Optional.empty(), List.of());
  }

  private Requirement ofBucket(String word, String action, String resource) {
    return new Requirement(
        Requirement.Policy.BUCKET,
        dataset.source().bucket(),
        List.of(),
        List.of(statement(word, action, resource)));
  }

  private Statement statement(String word, String action, String resource) {
    return new Statement(
        Statement.sid(word, dataset.name()),
        Optional.of(platform.roleArn(CollectionNames.jobRole(dataset.name()))),
        List.of(action),
        resource);
  }
}
