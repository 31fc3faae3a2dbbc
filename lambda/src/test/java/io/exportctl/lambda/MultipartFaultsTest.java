package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.move;
import static io.exportctl.lambda.Fixtures.redeliver;
import static io.exportctl.s3.Answers.refusal;
import static io.exportctl.s3.FaultS3.EXPORT;
import static io.exportctl.s3.FaultS3.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.RawAnswer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("16 to 18, 21 to 23 and 28: a multipart copy is refused, overtaken, or answered oddly")
class MultipartFaultsTest extends LargeFile {

  private static final String OTHER =
      "<CompleteMultipartUploadResult><ETag>e</ETag><ChecksumCRC64NVME>other</ChecksumCRC64NVME>"
          + "</CompleteMultipartUploadResult>";

  @Test
  @DisplayName("21: the tag is refused")
  void copiesWithoutTheTagThatIsRefused() {
    write("one");
    s3.fail("PutObjectTagging", 1, refusal(403, "AccessDenied"));

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
  }

  @Test
  @DisplayName("21: the upload goes while parts are copied")
  void failsWhenTheUploadIsEndedMeanwhile() {
    write("one");
    AtomicInteger part = new AtomicInteger();
    s3.beforeEvery(
        "UploadPartCopy",
        () -> {
          if (part.incrementAndGet() == 7) {
            s3.uploads().clear();
          }
        });

    Outcome outcome = move(client, KEY);
    assertThat(outcome.action()).isEqualTo(Action.FAILED);
    assertThat(outcome.reason()).contains("ended by somebody else");
    s3.heal();

    assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
  }

  @Test
  @DisplayName("22: the version goes in the middle")
  void endsTheUploadWhenItsVersionIsGone() {
    write("one");
    s3.before("UploadPartCopy", () -> write("two"));
    s3.fail("UploadPartCopy", 1, refusal(404, "NoSuchVersion"));

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(s3.target(KEY)).isEqualTo("two");
    assertThat(calls("AbortMultipartUpload")).isEqualTo(1);
    assertThat(s3.uploads()).isEmpty();
  }

  @Test
  @DisplayName("22: overwritten in the middle")
  void deliversTheNewestAfterAnOverwrite() {
    write("one");
    s3.before("CompleteMultipartUpload", () -> write("two"));

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(s3.target(KEY)).isEqualTo("two");
    assertThat(s3.current(EXPORT, KEY)).isEmpty();
  }

  @Test
  @DisplayName("23: completed, though the answer was lost; the target may be read")
  void seesThatTheTargetHoldsTheFile() {
    write("one");
    s3.failThoughApplied("CompleteMultipartUpload", RawAnswer.reset());

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(calls("CompleteMultipartUpload")).isEqualTo(2);
    assertThat(calls("CreateMultipartUpload")).isEqualTo(1);
  }

  @Test
  @DisplayName("23: completed, though the answer was lost; the target may not be read")
  void copiesAgainWhatItCannotSee() {
    s3.target.mayBeRead = false;
    write("one");
    s3.failThoughApplied("CompleteMultipartUpload", RawAnswer.reset());

    assertThat(move(client, KEY).action()).isEqualTo(Action.FAILED);
    assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(calls("CreateMultipartUpload")).isEqualTo(2);
  }

  @ParameterizedTest(name = "23: {0} inside a 200, to {1}")
  @CsvSource({
    "InternalError,UploadPartCopy",
    "SlowDown,UploadPartCopy",
    "InternalError,CompleteMultipartUpload"
  })
  void isNotFooledByAnErrorInsideA200(String code, String operation) {
    write("one");
    s3.fail(operation, 5, RawAnswer.errorInside(code)); // the SDK sends it four times

    assertThat(move(client, KEY).action()).isEqualTo(Action.FAILED);
    assertThat(s3.current(EXPORT, KEY)).isPresent();
    assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(calls("CreateMultipartUpload")).isEqualTo(1);
  }

  @Test
  @DisplayName("23: 200 and nothing in it")
  void doesNotBelieveAnEmptyAnswer() {
    write("one");
    s3.fail("UploadPartCopy", 1, RawAnswer.of(200, ""));

    assertThat(move(client, KEY).reason())
        .contains("UploadPartCopy was answered 200 without an ETag");
    s3.fail("CompleteMultipartUpload", 1, RawAnswer.of(200, ""));

    assertThat(redeliver(client, KEY).reason())
        .contains("CompleteMultipartUpload was answered 200 without an ETag");
    assertThat(s3.current(EXPORT, KEY)).isPresent();
  }

  @Test
  @DisplayName("28: checksums differ")
  void deletesNothingWhenTheChecksumsDiffer() {
    write("one");
    s3.failThoughApplied("CompleteMultipartUpload", RawAnswer.of(200, OTHER));

    assertThat(move(client, KEY).action()).isEqualTo(Action.CORRUPTED);
    assertThat(s3.current(EXPORT, KEY)).isPresent();
  }

  @Test
  @DisplayName("18: the receiver's key cannot be used")
  void endsTheUploadWhereNoLaterTryCanHelp() {
    write("one");
    s3.fail("UploadPartCopy", 1, refusal(400, "KMS.DisabledException"));

    assertThat(move(client, KEY).action()).isEqualTo(Action.HOPELESS);
    assertThat(s3.uploads()).isEmpty();
  }

  @Test
  @DisplayName("17: tags of a large file that the function may not read")
  void namesItsOwnMissingPermissionForTags() {
    write("one", tag("a", "b"));
    s3.fail("GetObjectTagging", 2, refusal(403, "AccessDenied"));

    assertThat(move(client, KEY).reason())
        .endsWith("the function needs s3:GetObjectVersionTagging");
    s3.heal();
    s3.after(
        "GetObjectTagging", () -> s3.fail("GetObjectTagging", 1, refusal(403, "AccessDenied")));
    assertThat(move(client, KEY).reason())
        .endsWith("the function needs s3:GetObjectVersionTagging");
  }

  @Test
  @DisplayName("18: the version cannot be read when its upload begins")
  void namesItsOwnMissingPermissionForTheVersion() {
    write("one");
    s3.after("HeadObject", () -> s3.fail("HeadObject", 1, refusal(403, "")));

    assertThat(move(client, KEY).reason()).endsWith("the function needs s3:GetObjectVersion");
  }

  @Test
  @DisplayName("22: the version goes before its upload begins")
  void startsAgainWhenTheVersionGoesBeforeTheUpload() {
    write("one");
    s3.after("HeadObject", () -> s3.fail("HeadObject", 1, refusal(404, "")));

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(calls("CreateMultipartUpload")).isEqualTo(1);
  }

  @Test
  @DisplayName("16: the target denies")
  void namesThePermissionsThatTheTargetMustGrant() {
    write("one");
    s3.fail("CreateMultipartUpload", 1, refusal(403, "AccessDenied"));

    assertThat(move(client, KEY).reason()).contains("s3:PutObject");
  }
}
