package io.exportctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of <a href="https://yaml.org/spec/1.2.2/#1032-tag-resolution">YAML 1.2</a>. */
class CoreSchemaTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void takesForNothing(String plain) {
    assertThat(CoreSchema.typeOf(plain)).isEqualTo(YamlNode.Type.NULL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "True", "TRUE", "false", "False", "FALSE"})
  void takesForTruthValues(String plain) {
    assertThat(CoreSchema.typeOf(plain)).isEqualTo(YamlNode.Type.BOOLEAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-19", "+12", "0123", "0o7", "0x3A", "123456789012"})
  void takesForIntegers(String plain) {
    assertThat(CoreSchema.typeOf(plain)).isEqualTo(YamlNode.Type.INTEGER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.", "-0.0", ".5", "+12e03", "-2E+05", "1e3", ".inf", "-.Inf", "+.INF", ".nan"})
  void takesForFractions(String plain) {
    assertThat(CoreSchema.typeOf(plain)).isEqualTo(YamlNode.Type.FLOAT);
  }

  /** Most of these are something else in YAML 1.1, which other tools go by. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "No",
        "on",
        "OFF",
        "y",
        "n",
        "1:30",
        "190:20:30",
        "2025-01-31",
        "1_000",
        "0b101",
        "0o8",
        "0xG",
        "tRUE",
        "nULL",
        "nil",
        "none",
        "-",
        ".",
        "+",
        "e3",
        "1e",
        "-.nan",
        "1.2.3",
        "<<"
      })
  void takesForText(String plain) {
    assertThat(CoreSchema.typeOf(plain)).isEqualTo(YamlNode.Type.TEXT);
    assertThat(CoreSchema.isText(plain)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'true'", "\"12\"", "''", "|\n  12\n"})
  void takesQuotedTextForTextAlways(String source) {
    YamlDocument document = YamlReading.of("key: " + source);

    assertThat(document.problems()).isEmpty();
    assertThat(document.text("key")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "35, 35",
    "+35, 35",
    "-0, 0",
    "035, 35",
    "00000000000000000000000035, 35",
    "0o43, 35",
    "0x23, 35",
    "35.0, 35",
    "35., 35",
    "3.5e1, 35",
    "350e-1, 35",
    "1e18, 1000000000000000000",
    "1e300, 9223372036854775807",
    "99999999999999999999, 9223372036854775807",
    "-99999999999999999999, -9223372036854775808",
    "0xFFFFFFFFFFFFFFFFFF, 9223372036854775807"
  })
  void countsWholeNumbersInAnyNotation(String plain, long value) {
    assertThat(CoreSchema.number(plain)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "35.1", ".inf", "-.INF", ".nan", "1e999999999"})
  void takesNothingElseForWholeNumbers(String plain) {
    assertThat(CoreSchema.number(plain)).isInstanceOf(Double.class);
  }
}
