package io.exportctl.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  @ParameterizedTest(name = "delivery {0}: {1} to {2} s")
  @CsvSource({
    "1,15,17",
    "2,30,35",
    "3,60,71",
    "6,480,575",
    "7,900,1079",
    "30,900,1079",
    "1000000,900,1079"
  })
  void doublesUpToAQuarterOfAnHourAndAddsUpToAFifth(int delivery, long least, long most) {
    assertThat(new Backoff(() -> 0).after(delivery)).hasSeconds(least);
    assertThat(new Backoff(() -> 0.9999).after(delivery)).hasSeconds(most);
  }
}
