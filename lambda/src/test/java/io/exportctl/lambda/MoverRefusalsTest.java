package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.move;
import static io.exportctl.lambda.Fixtures.redeliver;
import static io.exportctl.s3.Answers.refusal;
import static io.exportctl.s3.FaultS3.EXPORT;
import static io.exportctl.s3.FaultS3.TARGET;
import static io.exportctl.s3.FaultS3.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.Bucket;
import io.exportctl.s3.FaultS3;
import io.exportctl.s3.RawAnswer;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("16 to 19: what the target or the file does not allow")
class MoverRefusalsTest extends OverTheWire {

  private static final long GIB = 1L << 30;

  /** Answer of a copy whose checksum differs. */
  private static final String OTHER =
      "<CopyObjectResult><ETag>e</ETag><ChecksumCRC64NVME>other</ChecksumCRC64NVME></CopyObjectResult>";

  @Test
  @DisplayName("16: the target denies, or has another owner")
  void namesThePermissionsThatTheTargetMustGrant() {
    s3.write(KEY, "one");
    s3.fail("CopyObject", 1, refusal(403, "AccessDenied"));

    Outcome outcome = move(client, KEY);

    assertThat(outcome.action()).isEqualTo(Action.FAILED);
    assertThat(outcome.reason())
        .startsWith(
            "the copy to \"target-bucket\" was denied; the function's role needs there: s3:PutObject"
                + " and s3:PutObjectAcl; the bucket must belong to account 210987654321, accept"
                + " files without an encryption header, and not be Requester Pays (S3: told");
    assertThat(s3.current(FaultS3.EXPORT, KEY)).isPresent();
    assertThat(s3.journal).noneMatch(line -> line.startsWith("DeleteObject"));
  }

  @Test
  @DisplayName("16: the target is gone")
  void saysThatTheTargetIsGone() {
    s3.write(KEY, "one");
    s3.dropTarget();

    Outcome outcome = move(client, KEY);

    assertThat(outcome)
        .isEqualTo(Outcome.of(Action.FAILED, "the target bucket \"target-bucket\" does not exist"));
    assertThat(s3.current(FaultS3.EXPORT, KEY)).isPresent();
  }

  @Test
  @DisplayName("17: tags that the target does not allow")
  void namesTheTaggingPermissionForAFileWithTags() {
    s3.write(KEY, "one", tag("a", "b"));
    s3.fail("CopyObject", 1, refusal(403, "AccessDenied"));

    assertThat(move(client, KEY).reason())
        .contains("s3:PutObjectTagging since the file has 1 tags");
    assertThat(s3.target(KEY)).isEqualTo("nothing");
  }

  @Test
  @DisplayName("17: tags that the function may not read")
  void namesItsOwnMissingPermission() {
    s3.write(KEY, "one", tag("a", "b"));
    s3.fail("GetObjectTagging", 1, refusal(403, "AccessDenied"));

    assertThat(move(client, KEY).reason())
        .startsWith("GetObjectTagging was answered 403 AccessDenied")
        .endsWith("the function needs s3:GetObjectVersionTagging");
  }

  @ParameterizedTest(name = "18: {0} is hopeless")
  @CsvSource({
    "InvalidObjectState,403,archived",
    "ObjectNotInActiveTierError,403,archived",
    "KMS.DisabledException,400,KMS key",
    "KMS.NotFoundException,400,KMS key"
  })
  void givesUpOnFilesThatCannotBeRead(String code, int status, String reason) {
    s3.write(KEY, "one");
    s3.fail("CopyObject", 1, refusal(status, code));

    Outcome outcome = move(client, KEY);

    assertThat(outcome.action()).isEqualTo(Action.HOPELESS);
    assertThat(outcome.reason()).contains(reason);
    assertThat(s3.current(FaultS3.EXPORT, KEY)).isPresent();
  }

  @Test
  @DisplayName("18: SSE-C, to which HEAD is answered 400 without a word")
  void givesUpOnFilesEncryptedByTheirWriter() {
    s3.write(KEY, "one");
    s3.fail("HeadObject", 2, refusal(400, ""));

    assertThat(move(client, KEY))
        .isEqualTo(
            Outcome.of(
                Action.HOPELESS,
                "the file cannot be read: HeadObject was answered 400 twice, as for a file that is"
                    + " encrypted with a customer-provided key (SSE-C)"));
  }

  @Test
  @DisplayName("18: a disabled KMS key, which HEAD answers 400 and the copy names")
  void namesADisabledKeyOfTheFile() {
    s3.write(KEY, "one");
    s3.export.keyDisabled = true;

    Outcome outcome = move(client, KEY);

    assertThat(outcome.action()).isEqualTo(Action.HOPELESS);
    assertThat(outcome.reason()).startsWith("a KMS key cannot be used: ");
    assertThat(s3.current(FaultS3.EXPORT, KEY)).isPresent();
  }

  @Test
  @DisplayName("18: HEAD answered 400 once")
  void movesAFileWhoseFirstHeadFailed() {
    s3.write(KEY, "one");
    s3.fail("HeadObject", 1, refusal(400, ""));

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    assertThat(s3.target(KEY)).isEqualTo("one");
  }

  @ParameterizedTest(name = "18: the newest version under a marker cannot be read: {0}")
  @CsvSource({"400,encrypted with a customer-provided key", "403,needs s3:GetObject"})
  void explainsWhyARepairCannotReadTheVersion(int status, String reason) {
    s3.write(KEY, "one");
    move(client, KEY);
    s3.fail("HeadObject", 1, refusal(404, ""));
    s3.after("ListObjectVersions", () -> s3.fail("HeadObject", 2, refusal(status, "")));

    assertThat(redeliver(client, KEY).reason()).contains(reason);
  }

  @Test
  @DisplayName("18: HEAD answered 400 for another reason, which the list tells")
  void doesNotTakeABadTokenForAFileEncryptedByItsWriter() {
    s3.write(KEY, "one");
    s3.fail("HeadObject", 2, refusal(400, ""));
    s3.fail("ListObjectVersions", 1, refusal(400, "ExpiredToken"));

    Outcome outcome = move(client, KEY);

    assertThat(outcome.action()).isEqualTo(Action.FAILED);
    assertThat(outcome.reason()).contains("ExpiredToken");
  }

  @ParameterizedTest(name = "19: {0} bytes are moved")
  @ValueSource(longs = {0, 1, 5 * GIB})
  void movesUpToFiveGibibytes(long size) {
    s3.write(KEY, "", size, Map.of());

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
  }

  @Test
  void refusesABucketWithoutVersions() {
    s3.export.versioning = Bucket.Versioning.NEVER;
    s3.write(KEY, "one");

    Outcome outcome = move(client, KEY);

    assertThat(outcome.action()).isEqualTo(Action.HOPELESS);
    assertThat(outcome.reason()).contains("not versioned");
    assertThat(s3.journal).containsExactly("HeadObject " + KEY);
  }

  @Test
  void movesWhatWasWrittenBeforeVersioningWasOn() {
    s3.writeUnversioned(KEY, "old");

    assertThat(move(client, KEY))
        .matches(it -> it.action() == Action.MOVED && it.reason().isEmpty());
    assertThat(s3.target(KEY)).isEqualTo("old");
  }

  @Test
  @DisplayName("28: checksums differ")
  void deletesNothingWhenTheChecksumsDiffer() {
    s3.write(KEY, "one");
    s3.failThoughApplied("CopyObject", RawAnswer.of(200, OTHER));

    Outcome outcome = move(client, KEY);

    assertThat(outcome.action()).isEqualTo(Action.CORRUPTED);
    assertThat(outcome.reason())
        .isEqualTo(
            "the copy differs from the file: CRC64NVME is %s at the source and other at the target"
                .formatted(s3.current(EXPORT, KEY).orElseThrow().checksum()));
    assertThat(s3.journal).noneMatch(line -> line.startsWith("DeleteObject"));
  }

  @Test
  void leavesAForeignMarkBehind() {
    s3.write(KEY, "one", tag("a", "b"), tag(DeliveryMark.KEY, "v77"));

    move(client, KEY);

    assertThat(s3.current(TARGET, KEY).orElseThrow().tags()).containsExactly(tag("a", "b"));
  }
}
