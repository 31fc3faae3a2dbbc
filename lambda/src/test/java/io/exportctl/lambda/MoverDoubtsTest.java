package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.move;
import static io.exportctl.lambda.Fixtures.redeliver;
import static io.exportctl.s3.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.Fault;
import io.exportctl.s3.FaultS3;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("11, 13 to 15: redelivery, and answers that the list settles")
class MoverDoubtsTest extends OverTheWire {

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
  @DisplayName("11: a late event of a key with many pages of versions")
  void readsOnePageOfALongHistoryForALateEvent() {
    s3.pageSize(2);
    for (int i = 0; i < 9; i++) {
      s3.write(KEY, "body " + i);
    }
    move(client, KEY);
    s3.journal.clear();

    assertThat(move(client, KEY).action()).isEqualTo(Action.REPAIRED);
    assertThat(s3.target(KEY)).isEqualTo("body 8");
    assertThat(s3.journal)
        .containsExactly(
            "HeadObject " + KEY,
            "ListObjectVersions " + KEY,
            "HeadObject " + KEY + " v9",
            "CopyObject " + KEY + " v9",
            "ListObjectVersions " + KEY);
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
