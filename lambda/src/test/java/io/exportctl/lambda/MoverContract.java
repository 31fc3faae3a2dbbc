package io.exportctl.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.UploadContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;

/** Runs the mover on a server, after the contract that it depends on. */
abstract class MoverContract extends UploadContract {

  @Test
  @DisplayName("the mover moves a small file")
  void moverMovesASmallFile() {
    write("one", "owner=me");

    assertThat(Fixtures.move(client(), key).action()).isEqualTo(Action.MOVED);

    assertThat(read(TARGET)).isEqualTo("one");
    assertThat(tags(TARGET, null)).containsExactly(tag("owner", "me"));
    assertGone();
  }

  @Test
  @DisplayName("the mover delivers what is written over the file during its copy")
  void moverDeliversTheNewestAfterARace() {
    write("one");
    S3Client racing =
        new DelegatingS3Client(client()) {
          private boolean raced;

          @Override
          public CopyObjectResponse copyObject(CopyObjectRequest request) {
            CopyObjectResponse copied = super.copyObject(request);
            if (!raced) {
              raced = true;
              write("two");
            }
            return copied;
          }
        };

    assertThat(Fixtures.move(racing, key).action()).isEqualTo(Action.MOVED);

    assertThat(read(TARGET)).isEqualTo("two");
    assertGone();
  }

  @Test
  @DisplayName("the mover keeps a file and marks it")
  void moverKeepsAFile() {
    write("one");

    assertThat(Fixtures.keep(client(), key).action()).isEqualTo(Action.COPIED);
    assertThat(Fixtures.keep(client(), key).action()).isEqualTo(Action.ALREADY_DELIVERED);

    assertThat(read(TARGET)).isEqualTo("one");
  }

  @Test
  @DisplayName("the mover copies in parts")
  void moverCopiesInParts() {
    byte[] bytes = new byte[(5 << 20) + 1];
    bytes[7] = 7;
    client()
        .putObject(
            it -> it.bucket(EXPORT).key(key).contentType("text/csv"), RequestBody.fromBytes(bytes));
    KeyCalls calls = new KeyCalls(client(), Fixtures.MOVE);
    ExportBucket.Look look = new ExportBucket(calls, EXPORT).current(key);
    SourceVersion version = ((ExportBucket.Look.Found) look).version();
    TargetUpload upload = new TargetUpload(calls, Fixtures.MOVE);
    // A file of one part: several of 256 MiB are too many for these servers.
    MultipartCopy multipart =
        new MultipartCopy(
            upload,
            new UploadMark(new SourceTags(calls, EXPORT)),
            new PartCopies(
                new TargetParts(calls, Fixtures.MOVE), Fixtures.ONE_BY_ONE, Fixtures.TIME_ENOUGH),
            new CopyRefusal(Fixtures.MOVE));

    assertThat(multipart.copy(version, false)).isTrue();

    assertThat(client().getObjectAsBytes(it -> it.bucket(TARGET).key(key)).asByteArray())
        .isEqualTo(bytes);
    assertThat(head(TARGET).contentType()).isEqualTo("text/csv");
  }

  private void assertGone() {
    assertRefused(404, () -> client().headObject(it -> it.bucket(EXPORT).key(key)));
  }
}
