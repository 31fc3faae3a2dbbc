package io.exportctl.schema;

import io.exportctl.yaml.YamlNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value that was meant by one of a wrong type. */
record IntendedValue(YamlNode node, SchemaText schema) {

  /** Punctuation that people keep from a list or a sentence. */
  private static final Pattern PUNCTUATION = Pattern.compile("[,;.]$");

  private static final Pattern DAY = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

  private static final Set<String> YES = Set.of("yes", "y", "on", "true");
  private static final Set<String> NO = Set.of("no", "n", "off", "false");

  /** Returns a number that is in quotes or the only entry of a list. */
  Optional<String> number() {
    return Optional.of(onlyValue())
        .filter(YamlNode.Scalar.class::isInstance)
        .map(YamlNode.Scalar.class::cast)
        .filter(scalar -> scalar.type() != YamlNode.Type.FLOAT)
        .map(scalar -> PUNCTUATION.matcher(scalar.text()).replaceFirst(""))
        .filter(text -> text.matches("0|[1-9][0-9]{0,8}"));
  }

  /** Returns a day that is written as a number. */
  Optional<String> day() {
    if (!schema.isDate() || !(node instanceof YamlNode.Scalar scalar)) {
      return Optional.empty();
    }
    Matcher day = DAY.matcher(scalar.text());
    return day.matches()
        ? Optional.of(day.replaceFirst("$1-$2-$3")).filter(IntendedValue::isInCalendar)
        : Optional.empty();
  }

  private static boolean isInCalendar(String day) {
    try {
      return LocalDate.parse(day).toString().equals(day);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Reads {@code yes} and {@code [True]} as the replaced system did. */
  Optional<Boolean> truth() {
    if (!(onlyValue() instanceof YamlNode.Scalar scalar)) {
      return Optional.empty();
    }
    String text = PUNCTUATION.matcher(scalar.text().toLowerCase(Locale.ROOT)).replaceFirst("");
    if (YES.contains(text)) {
      return Optional.of(true);
    }
    return NO.contains(text) ? Optional.of(false) : Optional.empty();
  }

  /** Returns the value, or the single entry of a list. */
  YamlNode onlyValue() {
    return node instanceof YamlNode.Sequence list && list.items().size() == 1
        ? list.items().get(0)
        : node;
  }
}
