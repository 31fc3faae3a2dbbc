package io.exportctl.report;

import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.JsonWriter;
import java.util.Arrays;
import java.util.List;

/** Explanation of the rules for a person at a terminal. */
public final class Explanation {

  private static final String ROW = "%-18s  %-7s  %s";

  private Explanation() {}

  /** Returns one line for each rule: its id, its severity and its summary. */
  public static List<String> ofAll() {
    return Arrays.stream(RuleId.values())
        .map(rule -> ROW.formatted(rule, rule.severity().label(), RuleText.of(rule).summary()))
        .toList();
  }

  /** Writes a rule with its whole text in Markdown. */
  public static void write(JsonWriter json, RuleId rule) {
    RuleText text = RuleText.of(rule);
    json.field("id", rule.id())
        .field("severity", rule.severity().label())
        .field("summary", text.summary())
        .field("uri", text.uri())
        .field("markdown", text.markdown());
  }

  /** Returns the full explanation of a rule. */
  public static List<String> of(RuleId rule, boolean color) {
    String title = "**" + rule + "** (" + rule.severity().label() + "): ";
    return TerminalText.of(title + RuleText.of(rule).markdown(), color);
  }
}
