package io.exportctl.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoThreadsTest {

  private static final List<Integer> MANY = IntStream.range(0, TwoThreads.FEWEST).boxed().toList();

  @Test
  void keepsTheOrderOfOneThread() {
    assertThat(TwoThreads.map(MANY, number -> -number))
        .isEqualTo(MANY.stream().map(number -> -number).toList());
  }

  /** The second thing is not done before all others are. */
  @Test
  void leavesToTheOtherWhatOneHasNoTimeFor() {
    assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
    CountDownLatch others = new CountDownLatch(MANY.size() - 1);

    assertThat(TwoThreads.map(MANY, number -> number == 1 ? await(others) : countDown(others)))
        .hasSize(MANY.size())
        .containsOnly(true);
  }

  /** What it loads and links is there for both. */
  @Test
  void doesTheFirstThingAlone() {
    CountDownLatch first = new CountDownLatch(1);

    assertThat(TwoThreads.map(MANY, number -> number == 0 ? countDown(first) : isDown(first)))
        .containsOnly(true);
  }

  @Test
  void failsAsOnOneThread() {
    assertThatThrownBy(
            () ->
                TwoThreads.map(
                    MANY,
                    number -> {
                      if (number > 6) {
                        throw new IllegalArgumentException("number " + number);
                      }
                      return number;
                    }))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("number 7");
  }

  private static boolean countDown(CountDownLatch latch) {
    latch.countDown();
    return true;
  }

  private static boolean isDown(CountDownLatch latch) {
    return latch.getCount() == 0;
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
