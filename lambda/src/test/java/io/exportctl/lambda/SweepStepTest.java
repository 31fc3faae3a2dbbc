package io.exportctl.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepStepTest {

  private static final SweepStep FIRST =
      new SweepStep(Duration.ofMinutes(30), 0, Optional.empty(), 0, Optional.empty());

  @Test
  void readsWhatTheScheduleSends() {
    assertThat(Task.parse("{\"sweep\":{}}")).isEqualTo(FIRST);
  }

  @Test
  void readsWhatSomebodySendsToHaveEverythingLookedAt() {
    assertThat(Task.parse("{\"sweep\":{\"minutes\":0}}"))
        .isEqualTo(new SweepStep(Duration.ZERO, 0, Optional.empty(), 0, Optional.empty()));
  }

  @Test
  void readsWhatItWrites() {
    SweepStep step =
        FIRST
            .with(3, Optional.of(Instant.ofEpochSecond(1_767_225_600)))
            .next("a \"token\" é\u0001😀")
            .with(2, Optional.of(Instant.ofEpochSecond(1_767_225_601)));

    assertThat(Task.parse(step.body())).isEqualTo(step);
    assertThat(step.body()).isPrintable().isASCII();
    assertThat(step.number()).isEqualTo(1);
    assertThat(step.waiting()).isEqualTo(5);
    assertThat(step.oldest()).contains(Instant.ofEpochSecond(1_767_225_600));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"sweep\":5}|the message's \"sweep\" is not a JSON object",
        "{\"sweep\":null}|the message's \"sweep\" is not a JSON object",
        "{\"sweep\":{\"token\":5}}|the message's \"sweep.token\" is not a string",
        "{\"sweep\":{\"hop\":\"1\"}}|the message's \"sweep.hop\" is not a number from 0 to 12",
        "{\"sweep\":{\"hop\":13}}|the message's \"sweep.hop\" is not a number from 0 to 12",
        "{\"sweep\":{\"hop\":1.5}}|the message's \"sweep.hop\" is not a number from 0 to 12",
        "{\"sweep\":{\"minutes\":-1}}|the message's \"sweep.minutes\" is not a number from 0 to 2147483647"
      })
  void refusesOtherValues(String body, String message) {
    assertThatThrownBy(() -> Task.parse(body))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
