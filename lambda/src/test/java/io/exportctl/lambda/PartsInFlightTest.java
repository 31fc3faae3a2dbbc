package io.exportctl.lambda;

import static io.exportctl.lambda.Fixtures.MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Counts the parts that are copied at the same time. */
class PartsInFlightTest extends LargeFile {

  private static final long PART = 256L << 20;

  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @Test
  void reachesTheLimitOfOneFileAndDoesNotExceedIt() {
    s3.write(KEY, "one", 100 * PART, Map.of());
    holdPartsUntil(PartCopies.IN_FLIGHT);
    ExecutorService pool = Executors.newFixedThreadPool(Batch.PARALLEL_PARTS);
    try {
      Outcome outcome =
          new ObjectMover(
                  MOVE,
                  new KeyCalls(client, MOVE),
                  Fixtures.TIME_ENOUGH,
                  pool,
                  new Delivery(KEY, false))
              .move();

      assertThat(outcome.action()).isEqualTo(Action.MOVED);
      assertThat(most).hasValue(PartCopies.IN_FLIGHT);
      assertThat(calls("UploadPartCopy")).isEqualTo(100);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void reachesTheLimitOfAllFilesTogetherAndDoesNotExceedIt() {
    String[] keys = {"new_project/1", "new_project/2", "new_project/3"};
    for (String key : keys) {
      s3.write(key, "body of " + key, 70 * PART, Map.of());
    }
    holdPartsUntil(Batch.PARALLEL_PARTS);

    assertThat(new FunctionUnderTest(client).deliver(1, keys)).isTrue();

    assertThat(most).hasValue(Batch.PARALLEL_PARTS);
    assertThat(calls("UploadPartCopy")).isEqualTo(3 * 70);
  }

  /** Holds up the first parts until this many have arrived. */
  private void holdPartsUntil(int count) {
    CountDownLatch full = new CountDownLatch(count);
    s3.beforeEvery(
        "UploadPartCopy",
        () -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          full.countDown();
          await(full);
        });
    s3.afterEvery("UploadPartCopy", running::decrementAndGet);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
