package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.MOVE;
import static io.exportctl.lambda.Fixtures.move;
import static io.exportctl.lambda.Fixtures.mover;
import static io.exportctl.lambda.Fixtures.redeliver;
import static io.exportctl.lambda.s3.Answers.refusal;
import static io.exportctl.lambda.s3.FaultS3.EXPORT;
import static io.exportctl.lambda.s3.FaultS3.TARGET;
import static io.exportctl.lambda.s3.FaultS3.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.lambda.s3.Bucket;
import io.exportctl.lambda.s3.Fault;
import io.exportctl.lambda.s3.FaultS3;
import io.exportctl.lambda.s3.RawAnswer;
import io.exportctl.lambda.s3.StoredVersion;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The fault matrix of the mover, by its numbers and over the wire, as far as neither multipart nor
 * the sweep is in it.
 */
class ObjectMoverTest {

  private static final String KEY = "new_project/file.csv";
  private static final long GIB = 1L << 30;

  /** As often does the SDK send a request. */
  private static final int ATTEMPTS = 4;

  /** The answer of a copy that is not the file. */
  private static final String OTHER =
      "<CopyObjectResult><ETag>e</ETag><ChecksumCRC64NVME>other</ChecksumCRC64NVME></CopyObjectResult>";

  private final FaultS3 s3 = FaultS3.create();
  private final Wire wire = Wire.to(s3);
  private final S3Client client = wire.client();

  @AfterEach
  void closeTheWire() {
    wire.close();
  }

  @AfterEach
  void everyByteEverWrittenCanStillBeRead() {
    assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
  }

  @Test
  void movesASmallFileWithThreeRequests() {
    s3.write(KEY, "one");

    assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);

    assertThat(s3.journal)
        .containsExactly("HeadObject " + KEY, "CopyObject " + KEY + " v1", "DeleteObject " + KEY);
    assertThat(s3.target(KEY)).isEqualTo("one");
    assertThat(s3.current(FaultS3.EXPORT, KEY)).isEmpty();
  }

  @Test
  void carriesMetadataAndTags() {
    s3.write(KEY, "one", tag("project", "p"));

    move(client, KEY);

    StoredVersion copy = s3.current(TARGET, KEY).orElseThrow();
    assertThat(copy.attributes().metadata()).isEqualTo(Map.of("from", "one"));
    assertThat(copy.tags()).containsExactly(tag("project", "p"));
    assertThat(copy.attributes().get("SSEKMSKeyId")).isEmpty();
  }

  @Test
  void encryptsWithTheReceiversKeyWhereOneIsGiven() {
    s3.write(KEY, "one");
    String arn = "arn:aws:kms:eu-west-1:123456789012:key/k";

    mover(client, Fixtures.settings(false, Optional.of(arn)), KEY, false).move();

    assertThat(s3.current(TARGET, KEY).orElseThrow().attributes().get("SSEKMSKeyId")).contains(arn);
  }

  @Test
  void takesTheFolderMarkerOfTheDatasetForAFile() {
    s3.write("new_project/", "");

    assertThat(move(client, "new_project/").action()).isEqualTo(Action.MOVED);
  }

  @Nested
  @DisplayName("1 to 5: answers that are none")
  class Answers {

    @ParameterizedTest(name = "1: copy answered 200 with \"{0}\"")
    @ValueSource(
        strings = {"", "<CopyObjectResult/>", "<CopyObjectResult><ETag/></CopyObjectResult>"})
    void deletesNothingWithoutAnEtag(String body) {
      s3.write(KEY, "one");
      s3.fail("CopyObject", 1, RawAnswer.of(200, body));

      assertFailedWithoutDelete(move(client, KEY), "without an ETag");
      assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    }

    @ParameterizedTest(name = "2: {0} inside a 200 is tried again, by the SDK and by the message")
    @ValueSource(strings = {"InternalError", "SlowDown"})
    void triesAgainAfterAnErrorInsideA200(String code) {
      s3.write(KEY, "one");
      s3.fail("CopyObject", ATTEMPTS + 1, RawAnswer.errorInside(code));

      assertFailedWithoutDelete(move(client, KEY), code);
      assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    }

    @ParameterizedTest(name = "3: {1} to {0}, until the SDK gives up and the message comes back")
    @CsvSource({
      "HeadObject,500",
      "HeadObject,503",
      "CopyObject,500",
      "CopyObject,503",
      "DeleteObject,500",
      "DeleteObject,503"
    })
    void survivesServerErrors(String operation, int status) {
      s3.write(KEY, "one");
      s3.fail(operation, 2 * ATTEMPTS + 1, refusal(status, "SlowDown"));

      assertThat(move(client, KEY).action()).isEqualTo(Action.FAILED);
      assertThat(redeliver(client, KEY).action()).isEqualTo(Action.FAILED);
      assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
      assertThat(s3.target(KEY)).isEqualTo("one");
      assertThat(s3.versions(FaultS3.EXPORT, KEY)).as("one version, one marker").hasSize(2);
    }

    @Test
    @DisplayName("4: a reset before the copy was applied")
    void copiesAgainAfterAReset() {
      s3.write(KEY, "one");
      s3.add(Fault.before("CopyObject").answers(RawAnswer.reset()));

      assertFailedWithoutDelete(move(client, KEY), "the outcome of CopyObject is unknown");
      assertThat(s3.target(KEY)).isEqualTo("nothing");
      s3.heal();
      assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    }

    @Test
    @DisplayName("4: resets though the copy was applied each time")
    void copiesAgainAfterAResetThoughApplied() {
      s3.write(KEY, "one");
      s3.add(Fault.after("CopyObject").answers(RawAnswer.reset()));

      assertFailedWithoutDelete(move(client, KEY), "the outcome of CopyObject is unknown");
      s3.heal();
      assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
      assertThat(s3.versions(TARGET, KEY)).hasSizeGreaterThan(ATTEMPTS);
    }

    @Test
    @DisplayName("4: no answer in time, though the copy was applied")
    void copiesAgainAfterATimeoutThoughApplied() {
      s3.write(KEY, "one");
      s3.failThoughApplied("CopyObject", RawAnswer.silence());
      try (S3Client impatient = wire.impatientClient(Duration.ofMillis(100))) {
        assertThat(move(impatient, KEY).action()).isEqualTo(Action.MOVED);
      }
      assertThat(s3.versions(TARGET, KEY)).hasSize(2);
    }

    @ParameterizedTest(name = "5: \"{0}\"")
    @ValueSource(strings = {"<CopyObjectResult><ETag>", "garbage", "<CopyObjectResult></X>"})
    void deletesNothingAfterAnAnswerThatCannotBeRead(String body) {
      s3.write(KEY, "one");
      s3.add(Fault.after("CopyObject").answers(RawAnswer.of(200, body)));

      assertFailedWithoutDelete(move(client, KEY), "the outcome of CopyObject is unknown");
      s3.heal();
      assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    }

    @Test
    @DisplayName("5: an answer that breaks off")
    void deletesNothingAfterAnAnswerThatBreaksOff() {
      s3.write(KEY, "one");
      String begun = "<CopyObjectResult><ETag>\"e\"</ETag>";
      s3.add(Fault.after("CopyObject").answers(RawAnswer.cut(begun)));

      assertFailedWithoutDelete(move(client, KEY), "the outcome of CopyObject is unknown");
      s3.heal();
      assertThat(redeliver(client, KEY).action()).isEqualTo(Action.MOVED);
    }

    private void assertFailedWithoutDelete(Outcome outcome, String reason) {
      assertThat(outcome.action()).isEqualTo(Action.FAILED);
      assertThat(outcome.reason()).contains(reason);
      assertThat(s3.journal).noneMatch(line -> line.startsWith("DeleteObject"));
      assertThat(s3.current(FaultS3.EXPORT, KEY)).isPresent();
    }
  }

  @ParameterizedTest(name = "24: {0}")
  @ValueSource(
      strings = {
        "a b",
        "a+b",
        "100%",
        "%2B",
        "é",
        "\uD83D\uDE80",
        "a//b",
        "../up",
        "./here/",
        "folder/",
        "?&=#;:@,$!*'()~",
        "a\u0001b",
        "<&>\""
      })
  void movesOddKeys(String name) {
    String key = "new_project/" + name;
    s3.write(key, "one");

    assertThat(move(client, key).action()).isEqualTo(Action.MOVED);
    assertThat(s3.target(key)).isEqualTo("one");
    assertThat(redeliver(client, key).action()).as("found in the list").isEqualTo(Action.REPAIRED);
  }

  @Test
  @DisplayName("24: 1,024 bytes")
  void movesTheLongestKey() {
    String key = "new_project/" + "k".repeat(1024 - "new_project/".length());
    s3.write(key, "one");

    assertThat(move(client, key).action()).isEqualTo(Action.MOVED);
    assertThat(s3.target(key)).isEqualTo("one");
  }

  @Nested
  @DisplayName("6 to 9: others at work on the same key")
  class Races {

    @Test
    @DisplayName("6: overwritten between HEAD and copy")
    void deliversTheNewVersionWhenOverwrittenBeforeTheCopy() {
      s3.write(KEY, "one");
      s3.before("CopyObject", () -> s3.write(KEY, "two"));

      ObjectMover mover = mover(client, MOVE, KEY, false);

      assertThat(mover.move().action()).isEqualTo(Action.MOVED);
      assertThat(mover.conflicts()).isEqualTo(1);
      assertThat(s3.target(KEY)).isEqualTo("two");
    }

    @Test
    @DisplayName("6: 412 to the copy")
    void startsAgainWhenTheCopysPreconditionFails() {
      s3.write(KEY, "one");
      s3.fail("CopyObject", 1, refusal(412, "PreconditionFailed"));

      assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
      assertThat(s3.target(KEY)).isEqualTo("one");
    }

    @Test
    @DisplayName("6: a version without history is overwritten")
    void startsAgainWhenAVersionCalledNullIsReplaced() {
      s3.export.versioning = Bucket.Versioning.SUSPENDED;
      s3.write(KEY, "one");
      s3.before(
          "CopyObject",
          () -> {
            s3.written.clear(); // suspended versioning keeps no bytes, whoever overwrites them
            s3.write(KEY, "two");
          });

      Outcome outcome = move(client, KEY);

      assertThat(s3.target(KEY)).isEqualTo("two");
      assertThat(outcome.reason()).contains("suspended");
      s3.written.clear();
    }

    @Test
    @DisplayName("7: overwritten between copy and delete")
    void deliversTheNewVersionWhenOverwrittenBeforeTheDelete() {
      s3.write(KEY, "one");
      s3.before("DeleteObject", () -> s3.write(KEY, "two"));

      assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
      assertThat(s3.target(KEY)).isEqualTo("two");
      assertThat(s3.current(FaultS3.EXPORT, KEY)).isEmpty();
    }

    @Test
    @DisplayName("8: the same bytes with other metadata: the second event delivers these too")
    void deliversTheSameBytesWithTheirNewMetadata() {
      s3.write(KEY, "same", 4, Map.of("run", "1"));
      s3.before("DeleteObject", () -> s3.write(KEY, "same", 4, Map.of("run", "2")));

      assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
      assertThat(s3.current(TARGET, KEY).orElseThrow().attributes().metadata())
          .containsEntry("run", "1");

      assertThat(move(client, KEY).action()).isEqualTo(Action.REPAIRED);
      assertThat(s3.current(TARGET, KEY).orElseThrow().attributes().metadata())
          .containsEntry("run", "2");
    }

    @Test
    @DisplayName("9: a slow worker puts v1 over v2")
    void repairsWhatASlowWorkerOverwrote() {
      s3.write(KEY, "one");
      s3.before(
          "CopyObject",
          () -> {
            s3.write(KEY, "two");
            assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
          });

      Outcome outcome = move(client, KEY);

      assertThat(outcome.action()).isEqualTo(Action.REPAIRED);
      assertThat(s3.target(KEY)).isEqualTo("two");
    }

    @Test
    @DisplayName("9: a newer version comes and goes while the older one is being repaired")
    void repairsAgainWhenOvertakenDuringTheRepair() {
      s3.write(KEY, "one");
      s3.before(
          "CopyObject",
          () -> {
            s3.write(KEY, "two");
            move(client, KEY);
          });
      s3.before(
          "ListObjectVersions",
          () ->
              s3.before(
                  "CopyObject",
                  () -> {
                    s3.write(KEY, "three");
                    move(client, KEY);
                  }));

      assertThat(move(client, KEY).action()).isEqualTo(Action.REPAIRED);
      assertThat(s3.target(KEY)).isEqualTo("three");
    }

    @Test
    @DisplayName("9: old bytes written anew, deleted by one who only had the old ones")
    void repairsWhenADeleteFittedANewerVersionOfTheSameBytes() {
      s3.write(KEY, "A");
      s3.before( // the slow worker has put A there; another then does all of B; then A again
          "DeleteObject",
          () -> {
            s3.write(KEY, "B");
            move(client, KEY);
            s3.write(KEY, "A");
          });

      assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
      assertThat(s3.target(KEY)).as("what that delete left behind").isEqualTo("B");

      assertThat(move(client, KEY).action())
          .as("the event of the last write")
          .isEqualTo(Action.REPAIRED);
      assertThat(s3.target(KEY)).isEqualTo("A");
    }

    @Test
    void givesAFileBackThatIsOverwrittenWithoutEnd() {
      s3.write(KEY, "0");
      s3.beforeEvery("CopyObject", () -> s3.write(KEY, "again " + s3.written.size()));

      Outcome outcome = move(client, KEY);

      assertThat(outcome.action()).isEqualTo(Action.FAILED);
      assertThat(outcome.reason()).isEqualTo("the file changed in each of 5 rounds");
      assertThat(s3.versions(TARGET, KEY)).hasSize(ObjectMover.MAX_ROUNDS);
    }

    @Test
    void stopsBetweenRoundsWhenTimeIsUp() {
      s3.write(KEY, "one");
      s3.before("DeleteObject", () -> s3.write(KEY, "two"));
      int[] asked = {0};

      Outcome outcome =
          new ObjectMover(
                  MOVE, new KeyCalls(client), needed -> asked[0]++ > 0, Runnable::run, KEY, false)
              .move();

      assertThat(outcome.action()).isEqualTo(Action.POSTPONED);
      assertThat(s3.current(FaultS3.EXPORT, KEY)).isPresent();
    }
  }

  @Nested
  @DisplayName("11, 13 to 15: redelivery, and answers that the list settles")
  class Doubts {

    @Test
    @DisplayName("11: a duplicate event after success")
    void doesNothingForADuplicateEvent() {
      s3.write(KEY, "one");
      move(client, KEY);
      s3.journal.clear();

      assertThat(move(client, KEY).action()).isEqualTo(Action.ABSENT);
      assertThat(s3.journal).containsExactly("HeadObject " + KEY, "ListObjectVersions " + KEY);
    }

    @Test
    @DisplayName("11: a redelivery after success copies the same again")
    void copiesTheSameAgainOnRedelivery() {
      s3.write(KEY, "one");
      move(client, KEY);

      assertThat(redeliver(client, KEY).action()).isEqualTo(Action.REPAIRED);
      assertThat(s3.target(KEY)).isEqualTo("one");
    }

    @Test
    void saysAbsentForAKeyThatNeverWas() {
      assertThat(move(client, KEY).action()).isEqualTo(Action.ABSENT);
      assertThat(redeliver(client, KEY).action()).isEqualTo(Action.ABSENT);
    }

    @Test
    @DisplayName("13: 403 to HEAD, as S3 answers for a missing key without s3:ListBucket")
    void lets403BeSettledByTheList() {
      s3.export.mayBeListed = false;
      s3.write(KEY, "one");
      s3.write(KEY + ".longer", "other");
      move(client, KEY);

      assertThat(move(client, KEY).action()).isEqualTo(Action.ABSENT);
      assertThat(redeliver(client, KEY).action()).isEqualTo(Action.REPAIRED);
    }

    @Test
    @DisplayName("13: 403 to HEAD of a file that is there is no acknowledgement")
    void failsWhenHeadIsDeniedThoughTheFileIsThere() {
      s3.write(KEY, "one");
      s3.fail("HeadObject", 1, refusal(403, ""));

      Outcome outcome = move(client, KEY);

      assertThat(outcome.action()).isEqualTo(Action.FAILED);
      assertThat(outcome.reason()).contains("s3:GetObject").contains("kms:Decrypt");
    }

    @Test
    @DisplayName("13: 404 to HEAD of a file that is there")
    void looksAgainWhenHeadFoundNothingButTheListDoes() {
      s3.write(KEY, "one");
      s3.fail("HeadObject", 1, refusal(404, ""));

      assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    }

    @ParameterizedTest(name = "13: {0} to the delete of what is there is no acknowledgement")
    @ValueSource(ints = {404, 412})
    void goesRoundAgainWhenTheDeleteIsRefused(int status) {
      s3.write(KEY, "one");
      s3.fail("DeleteObject", 1, refusal(status, "x"));

      assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
      assertThat(s3.current(FaultS3.EXPORT, KEY)).isEmpty();
    }

    @Test
    @DisplayName("13: 403 to the delete of what is there")
    void failsWhenTheDeleteIsDenied() {
      s3.write(KEY, "one");
      s3.fail("DeleteObject", 1, refusal(403, "AccessDenied"));

      Outcome outcome = move(client, KEY);

      assertThat(outcome.action()).isEqualTo(Action.FAILED);
      assertThat(outcome.reason()).contains("s3:DeleteObject");
    }

    @Test
    @DisplayName("13: 403 to the delete of what somebody else has deleted")
    void acceptsThatAnotherWorkerWasFaster() {
      s3.write(KEY, "one");
      s3.before("DeleteObject", () -> s3.mark(KEY));
      s3.fail("DeleteObject", 1, refusal(403, "AccessDenied"));
      assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
    }

    @Test
    @DisplayName("14: 409 to the delete")
    void triesTheDeleteAgainAfter409() {
      s3.write(KEY, "one");
      s3.fail("DeleteObject", 2, refusal(409, "ConditionalRequestConflict"));

      assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
      assertThat(s3.current(FaultS3.EXPORT, KEY)).isEmpty();
    }

    @Test
    @DisplayName("14: 409 without end")
    void failsWhenTheDeleteStaysBusy() {
      s3.write(KEY, "one");
      s3.fail("DeleteObject", 99, refusal(409, "ConditionalRequestConflict"));

      assertThat(move(client, KEY).reason()).isEqualTo("DeleteObject was answered 409 4 times");
    }

    @Test
    @DisplayName("15: the delete was answered 500, but applied")
    void endsWellWhenTheDeleteWasAppliedAfterAll() {
      s3.write(KEY, "one");
      s3.add(Fault.after("DeleteObject").answers(refusal(500, "InternalError")));

      // The SDK's second attempt finds nothing to delete; what was copied last is the newest.
      assertThat(move(client, KEY).action()).isEqualTo(Action.MOVED);
      assertThat(redeliver(client, KEY).action()).isEqualTo(Action.REPAIRED);
      assertThat(s3.target(KEY)).isEqualTo("one");
    }
  }

  @Nested
  @DisplayName("16 to 19: what the target or the file does not allow")
  class Refusals {

    @Test
    @DisplayName("16: the target denies, or has another owner")
    void namesThePermissionsThatTheTargetMustGrant() {
      s3.write(KEY, "one");
      s3.fail("CopyObject", 1, refusal(403, "AccessDenied"));

      Outcome outcome = move(client, KEY);

      assertThat(outcome.action()).isEqualTo(Action.FAILED);
      assertThat(outcome.reason())
          .contains("\"target-bucket\" was denied", "s3:PutObject and s3:PutObjectAcl (S3: told");
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
          .isEqualTo(
              Outcome.of(Action.FAILED, "the target bucket \"target-bucket\" does not exist"));
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
      s3.fail("HeadObject", 1, refusal(400, ""));

      assertThat(move(client, KEY))
          .isEqualTo(
              Outcome.of(
                  Action.HOPELESS,
                  "the file cannot be read: it is encrypted with a key of its writer's (SSE-C)"));
    }

    @Test
    @DisplayName("18: HEAD answered 400 for another reason, which the list tells")
    void doesNotTakeABadTokenForAFileEncryptedByItsWriter() {
      s3.write(KEY, "one");
      s3.fail("HeadObject", 1, refusal(400, ""));
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
}
