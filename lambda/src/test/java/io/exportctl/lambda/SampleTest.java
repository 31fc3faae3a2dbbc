package io.exportctl.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void keepsAllInTheirOrderAsLongAsThereIsRoom() {
    Sample<Integer> sample = new Sample<>(3, () -> 0);

    IntStream.range(0, 3).forEach(sample::offer);

    assertThat(sample.chosen()).containsExactly(0, 1, 2);
    assertThat(sample.offered()).isEqualTo(3);
  }

  @Test
  void choosesEachAsOftenAsTheOthers() {
    Random random = new Random(7);
    int[] times = new int[20];
    for (int round = 0; round < 10_000; round++) {
      Sample<Integer> sample = new Sample<>(5, random::nextDouble);
      IntStream.range(0, times.length).forEach(sample::offer);
      assertThat(sample.chosen()).hasSize(5).doesNotHaveDuplicates();
      sample.chosen().forEach(i -> times[i]++);
    }

    // 2,500 expected of each; four standard deviations are 173.
    assertThat(times).isNotEmpty();
    assertThat(IntStream.of(times)).allMatch(it -> it > 2_327 && it < 2_673);
  }
}
