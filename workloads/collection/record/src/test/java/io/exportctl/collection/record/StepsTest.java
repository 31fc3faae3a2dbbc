package io.exportctl.collection.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {

  /** A step of a team's own: META-INF/services names it. */
  public static final class Shout implements StepProvider {

    @Override
    public String name() {
      return "x_shout";
    }

    @Override
    public Step step() {
      return (Step.Text) text -> text.toUpperCase(Locale.ROOT);
    }
  }

  @Test
  void findsStepsOfOtherJars() throws Exception {
    byte[] line = TestLine.of("{\"a\":\"b\\nc\"}").bytes();
    RecordSettings settings =
        new RecordSettings(
            "core:claim", List.of("x_shout", "remove_line_breaks"), List.of(), false);

    Row row = (Row) new RecordFunction(settings, new TestKeys()).apply(line, 0, line.length);

    assertThat(new String(row.value(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"A\":\"BC\",\"_LASTMODIFIEDDATETIME\":{\"D_DATE\":\"1980-01-01T00:00:00.000Z\"}}"
                .replace("D_DATE", "d_DATE"));
  }

  @Test
  void namesTheStepsThatThereAre() {
    RecordSettings settings = new RecordSettings("core:claim", List.of("typo"), List.of(), false);

    assertThatThrownBy(() -> new RecordFunction(settings, new TestKeys()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no step \"typo\"; there are audit_context, remove_line_breaks, x_shout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "core", ":claim", "core:", "a:b:c"})
  void refusesCollectionsWithoutTwoParts(String collection) {
    RecordSettings settings = new RecordSettings(collection, List.of(), List.of(), false);

    assertThatThrownBy(() -> new RecordFunction(settings, new TestKeys()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"%s\" does not name a collection; write database:collection", collection);
  }
}
