package io.exportctl.benchmarks;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Searches the output of a program. */
final class Output {

  private static final int LAST_LINES = 30;

  private Output() {}

  /**
   * Finds the first match of a pattern.
   *
   * @throws Failure if there is no match
   */
  static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new Failure("expected \"" + pattern + "\" in\n" + last(text));
    }
    return matcher.group();
  }

  /** Returns the last lines, which describe the error. */
  static String last(String text) {
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }
}
