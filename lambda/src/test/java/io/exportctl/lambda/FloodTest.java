package io.exportctl.lambda;

import static io.exportctl.s3.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.Fault;
import io.exportctl.s3.FaultS3;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Fault 32: many files at once. The benchmark measures the speed. */
class FloodTest {

  private static final int FILES = 1_000;
  private static final int BATCH = 10;
  private static final int INVOCATIONS = 8;

  private final FaultS3 s3 = FaultS3.create();

  @Test
  void takesThreeRequestsForEachFileAndNoneToTheQueue() {
    String[] keys =
        IntStream.range(0, BATCH).mapToObj("new_project/%d"::formatted).toArray(String[]::new);
    for (String key : keys) {
      s3.write(key, "body of " + key);
    }
    try (Wire wire = Wire.to(s3)) {
      FunctionUnderTest function = new FunctionUnderTest(wire.client());
      function.sqs =
          () -> {
            throw new AssertionError("a request to SQS");
          };

      assertThat(function.deliver(1, keys)).isTrue();
    }
    assertThat(s3.journal).hasSize(3 * BATCH);
  }

  @Test
  @DisplayName("32: 1,000 files, every third event twice, 5 % of all calls answered 503")
  void losesNothing() throws Exception {
    Random random = new Random(32);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      String key = "new_project/" + i;
      s3.write(key, "body of " + i);
      keys.add(key);
      if (i % 3 == 0) {
        keys.add(key);
      }
    }
    Collections.shuffle(keys, random);
    s3.add(Fault.before("").when(() -> random.nextInt(20) == 0).answers(refusal(503, "SlowDown")));

    ExecutorService invocations = Executors.newFixedThreadPool(INVOCATIONS);
    try (Wire wire = Wire.to(s3)) {
      FunctionUnderTest function = new FunctionUnderTest(wire.client());
      List<Callable<Boolean>> batches = new ArrayList<>();
      for (int i = 0; i < keys.size(); i += BATCH) {
        String[] batch = keys.subList(i, Math.min(i + BATCH, keys.size())).toArray(String[]::new);
        batches.add(
            () ->
                IntStream.range(1, 5)
                    .anyMatch(receiveCount -> function.deliver(receiveCount, batch)));
      }
      for (Future<Boolean> done : invocations.invokeAll(batches)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      invocations.shutdownNow();
    }

    for (int i = 0; i < FILES; i++) {
      assertThat(s3.target("new_project/" + i)).isEqualTo("body of " + i);
      assertThat(s3.current(FaultS3.EXPORT, "new_project/" + i)).isEmpty();
    }
    assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
  }
}
