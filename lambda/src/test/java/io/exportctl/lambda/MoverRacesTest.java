package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.MOVE;
import static io.exportctl.lambda.Fixtures.move;
import static io.exportctl.lambda.Fixtures.mover;
import static io.exportctl.s3.Answers.refusal;
import static io.exportctl.s3.FaultS3.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.Bucket;
import io.exportctl.s3.FaultS3;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("6 to 9: others at work on the same key")
class MoverRacesTest extends OverTheWire {

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
                MOVE,
                new KeyCalls(client, MOVE),
                needed -> asked[0]++ > 0,
                Runnable::run,
                new Delivery(KEY, false))
            .move();

    assertThat(outcome.action()).isEqualTo(Action.POSTPONED);
    assertThat(s3.current(FaultS3.EXPORT, KEY)).isPresent();
  }
}
