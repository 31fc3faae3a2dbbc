package io.exportctl.lambda;

import static io.exportctl.lambda.FunctionUnderTest.ALL_DONE;
import static io.exportctl.lambda.FunctionUnderTest.record;
import static io.exportctl.lambda.FunctionUnderTest.redriven;
import static io.exportctl.s3.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.FaultS3;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Dead letters that {@code aws sqs start-message-move-task} moved back to the queue: they keep body
 * and attributes, and their receive count starts again.
 */
class RedriveTest {

  private static final String KEY = "new_project/file.csv";

  private final FaultS3 s3 = FaultS3.create();
  private final FunctionUnderTest function = new FunctionUnderTest(s3);
  private String event;

  @BeforeEach
  void writeTheFile() {
    s3.write(KEY, "one");
    event = function.event(KEY);
  }

  @Test
  void movesTheFileOnceItWasRestored() {
    s3.fail("CopyObject", 1, refusal(403, "InvalidObjectState"));
    assertThat(function.handle(record("m1", event, 1))).isEqualTo(ALL_DONE);
    SendMessageRequest dead = function.queues.deadLetters.get(0);
    assertThat(dead.messageBody()).isEqualTo(event);

    String again = redriven("m2", dead.messageBody(), function.queues.reasons().get(0));

    assertThat(function.handle(again)).isEqualTo(ALL_DONE);
    assertThat(s3.target(KEY)).isEqualTo("one");
    assertThat(s3.current(FaultS3.EXPORT, KEY)).isEmpty();
    assertThat(function.queues.deadLetters).hasSize(1);
  }

  @Test
  void movesTheFileThatSqsItselfHadGivenUp() {
    function.now = function.now.plus(Duration.ofHours(7));

    assertThat(function.handle(record("m2", event, 1))).isEqualTo(ALL_DONE);
    assertThat(s3.target(KEY)).isEqualTo("one");
  }

  @Test
  void makesGoodWhatItHadOverwrittenBeforeItBecameADeadLetter() {
    overtakeThenBecomeHopeless();

    function.handle(redriven("m2", event, function.queues.reasons().get(0)));

    assertThat(s3.target(KEY)).isEqualTo("two");
  }

  @Test
  void makesGoodWhatItHadOverwrittenBeforeSqsGaveItUp() {
    overtakeThenBecomeHopeless();
    function.now = function.now.plus(Duration.ofHours(7));

    function.handle(record("m2", event, 1));

    assertThat(s3.target(KEY)).isEqualTo("two");
  }

  @Test
  void takesAYoungEventForAFirstDelivery() {
    Fixtures.move(s3, KEY);

    function.handle(record("m2", event, 1));

    assertThat(function.log.get(0)).contains("\"action\":\"absent\"");
    assertThat(s3.versions(FaultS3.TARGET, KEY)).hasSize(1);
  }

  /** Puts version one on top of two at the target, and cannot repair it. */
  private void overtakeThenBecomeHopeless() {
    s3.before(
        "CopyObject",
        () -> {
          s3.write(KEY, "two");
          Fixtures.move(s3, KEY);
          s3.after(
              "CopyObject", () -> s3.fail("CopyObject", 1, refusal(400, "KMS.DisabledException")));
        });
    function.handle(record("m1", event, 1));
    assertThat(s3.target(KEY)).isEqualTo("one");
    assertThat(function.queues.deadLetters).hasSize(1);
    s3.heal();
  }
}
