package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.move;
import static io.exportctl.lambda.Fixtures.mover;
import static io.exportctl.lambda.Fixtures.redeliver;
import static io.exportctl.s3.Answers.refusal;
import static io.exportctl.s3.FaultS3.TARGET;
import static io.exportctl.s3.FaultS3.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.Fault;
import io.exportctl.s3.FaultS3;
import io.exportctl.s3.RawAnswer;
import io.exportctl.s3.StoredVersion;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/** Moves one file over HTTP, with S3's unusable answers. */
class ObjectMoverTest extends OverTheWire {

  /** Maximum number of attempts of the SDK. */
  private static final int ATTEMPTS = 4;

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
      try (S3Client impatient = wire.impatientClient(Duration.ofSeconds(3))) {
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
}
