package io.exportctl.lambda;

import static io.exportctl.lambda.FunctionUnderTest.ALL_DONE;
import static io.exportctl.lambda.FunctionUnderTest.record;
import static io.exportctl.s3.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("12: the sweep and its queue")
class SweepQueueTest extends SweepScenario {

  @Test
  void sendsNoMoreThanTheQueueHasRoomFor() {
    write(60, "new_project/a", "new_project/b", "new_project/c");
    write(180, "new_project/older");
    function.queues.held[0] = Sweep.ROOM - 13;
    function.queues.held[1] = 10;
    function.queues.held[2] = 1;

    sweep();

    assertThat(function.queues.take()).hasSize(2).noneMatch(it -> it.contains("older"));
    assertThat(function.log.get(0))
        .contains("\"waiting\":4,", "\"hinted\":2,", "\"oldest_age\":10800");
  }

  @Test
  void sendsNothingToAQueueThatHasWorkEnough() {
    write(60, "new_project/a");
    function.queues.held[1] = Sweep.ROOM + 5;

    assertThat(sweep()).isEqualTo(ALL_DONE);

    assertThat(function.queues.take()).isEmpty();
    assertThat(function.log.get(1)).endsWith("\"waiting\":1,\"oldest_age\":3600}");
  }

  @Test
  void saysSoWhenHintsCannotBeSent() {
    write(60, "new_project/a", "new_project/b", "new_project/c");
    function.queues.taken = 1;

    assertThat(sweep()).isEqualTo(ALL_DONE);

    assertThat(function.log.get(0))
        .contains("\"level\":\"warn\"", "\"hinted\":1")
        .endsWith("\"reason\":\"2 hints could not be sent\"}");
  }

  @Test
  void saysSoWhenTheQueueCannotBeAsked() {
    write(60, "new_project/a");
    function.queues.down = true;

    assertThat(sweep()).isEqualTo(ALL_DONE);

    assertThat(function.log.get(0)).contains("no hints were sent: the queue does not tell");
  }

  @Test
  void isTriedAgainWhenItsNextLegCannotBeSent() {
    s3.pageSize(1);
    write(60, "new_project/a", "new_project/b");
    s3.afterEvery("ListObjectsV2", () -> function.remaining = () -> 299_999);
    function.queues.down = true;

    assertThat(sweep()).contains("m1");

    assertThat(function.log.get(0)).contains("the next step of the sweep could not be sent");
  }

  @Test
  void isTriedAgainAndNamesThePermissionWhenItMayNotList() {
    s3.fail("ListObjectsV2", 1, refusal(403, "AccessDenied"));

    assertThat(sweep()).contains("m1");

    assertThat(function.queues.hidden).containsExactly("receipt of m1: 15");
    assertThat(function.log.get(0))
        .contains("\"action\":\"failed\"", "the function needs s3:ListBucket for this prefix");
    assertThat(function.log.get(1)).contains("\"failed\":0").doesNotContain("oldest_age");
  }

  @Test
  void losesNoOtherMessageOfItsBatch() {
    write(60, "new_project/a");
    s3.before(
        "ListObjectsV2",
        () -> {
          throw new IllegalStateException("unforeseen");
        });

    String hint = ObjectCreated.hint("export-bucket", "new_project/a", function.now);
    String answer = function.handle(record("m1", SWEEP, 1), record("m2", hint, 1));

    assertThat(answer).contains("m1").doesNotContain("m2");
    assertThat(s3.target("new_project/a")).isEqualTo("new_project/a");
  }

  @Test
  void isSweptAgainWhenItWasADeadLetter() {
    write(60, "new_project/a");

    function.handle(FunctionUnderTest.redriven("m1", SWEEP, "garbage once"));

    assertThat(function.queues.take()).hasSize(1);
  }
}
