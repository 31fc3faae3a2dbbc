package io.exportctl.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("19: parts of files of any size")
class PartPlanTest {

  private static final long GIB = 1L << 30;
  private static final long LARGEST_OBJECT = 10_000 * 5 * GIB;

  @ParameterizedTest
  @CsvSource({
    // GiB, parts, MiB each
    "100, 400, 256",
    "2500, 10000, 256",
    "2501, 5002, 512",
    "5120, 5120, 1024",
    "20000, 10000, 2048",
    "40000, 10000, 4096",
    "40001, 8001, 5120",
    "50000, 10000, 5120",
  })
  void doublesPartsUntilTenThousandAreEnough(long gib, long parts, long mib) {
    PartPlan plan = PartPlan.of(gib * GIB);

    assertThat(plan.count()).isEqualTo(parts);
    assertThat(plan.partSize()).isEqualTo(mib << 20);
  }

  @ParameterizedTest
  @ValueSource(longs = {5 * GIB + 1, 6 * GIB, 2500 * GIB + 1, LARGEST_OBJECT - 1, LARGEST_OBJECT})
  void coversEveryByteOnce(long size) {
    PartPlan plan = PartPlan.of(size);

    long next = 0;
    for (int number = 1; number <= plan.count(); number++) {
      assertThat(plan.length(number)).isBetween(1L, PartPlan.LARGEST_PART);
      assertThat(plan.range(number))
          .isEqualTo("bytes=" + next + "-" + (next + plan.length(number) - 1));
      next += plan.length(number);
    }
    assertThat(next).isEqualTo(size);
  }

  @Test
  void refusesMoreThanAnObjectCanHave() {
    assertThatThrownBy(() -> PartPlan.of(LARGEST_OBJECT + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
