package io.exportctl.report;

import io.exportctl.diagnostic.RuleId;
import java.util.Arrays;
import java.util.List;

/** What a person at a terminal is told of the rules. */
public final class Explanation {

  private static final String ROW = "%-18s  %-7s  %s";

  private Explanation() {}

  /** One line for each rule: its id, what it weighs, what is wrong. */
  public static List<String> ofAll() {
    return Arrays.stream(RuleId.values())
        .map(rule -> ROW.formatted(rule, rule.severity().label(), RuleText.of(rule).summary()))
        .toList();
  }

  /** All that there is to know of one rule. */
  public static List<String> of(RuleId rule, boolean color) {
    String title = "**" + rule + "** (" + rule.severity().label() + "): ";
    return TerminalText.of(title + RuleText.of(rule).markdown(), color);
  }
}
