package io.exportctl.source.fault;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A reason for which a file is refused.
 *
 * @param code kebab-case noun of the fault, such as {@code bad-cell}
 * @param text one sentence for a person, without a value of the file
 * @param line 1-based number of the line
 * @param column name of the column
 * @param value the cell, cut to 80 characters; for people who may see the data, never for a log
 */
public record Fault(
    String code, String text, OptionalLong line, Optional<String> column, Optional<String> value) {

  private static final int LONGEST_VALUE = 80;

  /** Cuts the value. */
  public Fault {
    value = value.map(Fault::cut);
  }

  private static String cut(String value) {
    return value.codePointCount(0, value.length()) <= LONGEST_VALUE
        ? value
        : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE));
  }

  public static Fault of(String code, String text) {
    return new Fault(code, text, OptionalLong.empty(), Optional.empty(), Optional.empty());
  }

  public static Fault inLine(String code, long line, String text) {
    return new Fault(code, text, OptionalLong.of(line), Optional.empty(), Optional.empty());
  }

  public static Fault inCell(String code, long line, String column, String text, String value) {
    return new Fault(code, text, OptionalLong.of(line), Optional.of(column), Optional.of(value));
  }

  /** Returns the place and the text, without the value. */
  public String sentence() {
    StringBuilder sentence = new StringBuilder();
    line.ifPresent(it -> sentence.append("line ").append(it));
    column.ifPresent(it -> sentence.append(", column \"").append(it).append('"'));
    return sentence.isEmpty() ? text : sentence.append(": ").append(text).toString();
  }

  /** Returns the sentence with a capital letter, as pages show it. */
  public String capitalised() {
    String sentence = sentence();
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** Leaves out the value, which may be personal. */
  @Override
  public String toString() {
    return code + ": " + sentence();
  }
}
