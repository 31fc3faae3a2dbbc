package io.exportctl.landing.extractor.sink;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.s3.Fault;
import io.exportctl.s3.FaultS3;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Uploads, whose parts are sent while the next one is filled. */
class S3UploadTest {

  private static final int PART = S3Upload.PART_BYTES;

  private final FaultS3 s3 = FaultS3.create();
  private final S3Destination destination =
      new S3Destination(s3, FaultS3.TARGET, "x/", new S3Retries(2, Duration.ofMillis(1)));

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(6).nextBytes(bytes);
    return bytes;
  }

  private byte[] stored() {
    return s3.getObjectAsBytes(it -> it.bucket(FaultS3.TARGET).key("x/key")).asByteArray();
  }

  @Test
  void storesWhatWasWrittenInAnyPieces() throws Exception {
    byte[] content = random(3 * PART + 5);
    Upload upload = destination.begin("key");
    Random random = new Random(7);
    for (int done = 0; done < content.length; ) {
      int length = Math.min(content.length - done, random.nextInt(1 << random.nextInt(24)));
      upload.write(content, done, length);
      done += length;
    }
    upload.close();
    upload.complete();

    assertThat(stored()).isEqualTo(content);
    assertThat(s3.journal).filteredOn(it -> it.startsWith("UploadPart ")).hasSize(4);
  }

  @Test
  void fillsOnePartWhileAnotherIsSent() throws Exception {
    CountDownLatch sent = new CountDownLatch(1);
    CountDownLatch filled = new CountDownLatch(1);
    s3.add(
        Fault.before("UploadPart")
            .times(1)
            .does(
                () -> {
                  sent.countDown();
                  await(filled);
                }));
    byte[] content = random(2 * PART);
    Upload upload = destination.begin("key");
    upload.write(content, 0, PART);
    upload.write(content, PART, 1);
    await(sent);

    // The first part is under way until the second one is full.
    upload.write(content, PART + 1, PART - 1);
    filled.countDown();
    upload.close();
    upload.complete();

    assertThat(stored()).isEqualTo(content);
  }

  @Test
  @DisplayName("13: a part that cannot be sent ends the upload at the next part, or at its end")
  void tellsWhichPartCouldNotBeSent() throws Exception {
    s3.add(Fault.before("UploadPart").answers(SdkClientException.create("no route to S3")));
    Upload upload = destination.begin("key");
    upload.write(random(PART + 1), 0, PART + 1);

    assertThatThrownBy(upload::close)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot upload part 1 of x/key: no route to S3");
    upload.abort();

    assertThat(s3.uploads()).isEmpty();
  }

  @Test
  @DisplayName("12: no part arrives after an upload was ended")
  void waitsForThePartThatIsSent() throws Exception {
    CountDownLatch sent = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    s3.add(
        Fault.before("UploadPart")
            .does(
                () -> {
                  sent.countDown();
                  await(never);
                }));
    Upload upload = destination.begin("key");
    upload.write(random(PART + 1), 0, PART + 1);
    await(sent);

    upload.abort();

    assertThat(s3.uploads()).isEmpty();
    assertThat(s3.journal.get(s3.journal.size() - 1)).startsWith("AbortMultipartUpload");
    assertThatThrownBy(() -> upload.write(new byte[1], 0, 1))
        .hasMessage("the upload of x/key has ended");
  }

  /** Waits as a call of S3 would: an interrupted thread ends it. */
  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SdkClientException.create("interrupted", e);
    }
  }
}
