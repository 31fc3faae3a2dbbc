package io.exportctl.lambda;

import static io.exportctl.lambda.FunctionUnderTest.ALL_DONE;
import static io.exportctl.lambda.FunctionUnderTest.record;
import static io.exportctl.s3.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.Crash;
import io.exportctl.s3.FaultS3;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.S3Exception;

@DisplayName("12: what becomes of the hints of a sweep")
class SweepHintsTest extends SweepScenario {

  @ParameterizedTest
  @ValueSource(strings = {"AccessDenied,403", "InvalidObjectState,403", "NoSuchBucket,404"})
  void leavesToTheNextSweepWhatCannotBeExportedYet(String refusal) {
    write(60, "new_project/a");
    sweep();
    s3.fail("CopyObject", 1, refused(refusal.split(",", -1)));

    assertThat(function.handle(record("m2", function.queues.take().get(0), 1))).isEqualTo(ALL_DONE);

    assertThat(function.queues.hidden).isEmpty();
    assertThat(function.queues.deadLetters).isEmpty();
    assertThat(function.log.get(2)).contains("; the next sweep finds the file again");
    assertThat(function.log.get(3)).contains("\"failed\":1");
    sweepAndWork();
    assertThat(s3.target("new_project/a")).isEqualTo("new_project/a");
  }

  @Test
  void doesNotForgetAHintThatMayHavePutSomethingAtTheTarget() {
    write(60, "new_project/a");
    sweep();
    s3.failThoughApplied("CopyObject", refusal(500, "InternalError"));

    String hint = function.queues.take().get(0);

    assertThat(function.handle(record("m2", hint, 1))).contains("m2");
    s3.fail("HeadObject", 1, refusal(403, ""));
    assertThat(function.handle(record("m2", hint, 2))).contains("m2");
    assertThat(function.queues.hidden).containsExactly("receipt of m2: 15", "receipt of m2: 30");
  }

  @Test
  void leavesAnUploadToTheMessageThatBeganIt() {
    writeLarge();
    String event = function.event("new_project/large");
    assertThat(handleUntilTheFirstPartIsCopied(record("m1", event, 1))).contains("m1");
    sweep();

    String hint = record("m2", function.queues.take().get(0), 1);

    assertThat(handleUntilTheFirstPartIsCopied(hint)).isEqualTo(ALL_DONE);
    assertThat(function.queues.hidden).containsExactly("receipt of m1: 0");
    assertThat(s3.uploads()).hasSize(1);
  }

  @Test
  void leavesAnUploadThatIsStillRunningToTheMessageThatBeganIt() {
    writeLarge();
    assertThat(
            handleUntilTheFirstPartIsCopied(record("m1", function.event("new_project/large"), 1)))
        .contains("m1");
    sweep();
    String hint = record("m2", function.queues.take().get(0), 1);

    assertThat(handleToTheEndOfTheInvocation("UploadPartCopy", hint)).isEqualTo(ALL_DONE);

    assertThat(function.queues.hidden).containsExactly("receipt of m1: 0");
    assertThat(s3.uploads()).hasSize(1);
    assertThat(s3.target("new_project/large")).isEqualTo("nothing");
  }

  @Test
  void doesNotForgetAHintThatIsStillBeginningAnUpload() {
    writeLarge();
    sweep();
    String hint = record("m2", function.queues.take().get(0), 1);

    assertThat(handleToTheEndOfTheInvocation("CreateMultipartUpload", hint)).contains("m2");
    assertThat(function.queues.hidden).containsExactly("receipt of m2: 900");
  }

  @Test
  void goesOnWithAnUploadThatAHintBegan() {
    writeLarge();
    sweep();

    String hint = function.queues.take().get(0);

    assertThat(handleUntilTheFirstPartIsCopied(record("m2", hint, 1))).contains("m2");
    assertThat(function.handle(record("m2", hint, 2))).isEqualTo(ALL_DONE);
    assertThat(s3.target("new_project/large")).isEqualTo("large");
  }

  @Test
  void doesNoHarmWhileFilesAreMovedAndOverwritten() {
    write(60, "new_project/a", "new_project/b");
    sweep();
    Fixtures.move(s3, "new_project/a");
    s3.write("new_project/b", "newer");
    s3.before("CopyObject", () -> s3.write("new_project/b", "newest"));

    work();

    assertThat(s3.target("new_project/a")).isEqualTo("new_project/a");
    assertThat(s3.target("new_project/b")).isEqualTo("newest");
    assertThat(s3.versions(FaultS3.TARGET, "new_project/a")).hasSize(1);
    assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
  }

  /** More than twice the number of parts in flight. */
  private void writeLarge() {
    s3.at(InstantSource.fixed(function.now.minus(Duration.ofMinutes(60))));
    s3.write("new_project/large", "large", 40L << 30, Map.of());
  }

  private String handleUntilTheFirstPartIsCopied(String message) {
    s3.afterEvery("UploadPartCopy", () -> function.remaining = () -> 119_999);
    String answer = function.handle(message);
    s3.heal();
    function.remaining = () -> 900_000;
    return answer;
  }

  /** Handles a message whose calls of this operation are not answered before the function must. */
  private String handleToTheEndOfTheInvocation(String operation, String message) {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    s3.beforeEvery(
        operation,
        () -> {
          called.countDown();
          await(answered);
        });
    function.remaining =
        () -> {
          if (Thread.currentThread() != main) {
            return 900_000;
          }
          await(called);
          return 10_000;
        };
    String answer = function.handle(message);
    answered.countDown();
    return answer;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new Crash();
    }
  }

  /** A refusal of the SDK's first attempt. */
  private static S3Exception refused(String... codeAndStatus) {
    return (S3Exception)
        refusal(Integer.parseInt(codeAndStatus[1]), codeAndStatus[0]).toBuilder()
            .numAttempts(1)
            .build();
  }
}
