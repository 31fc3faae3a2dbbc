package io.exportctl.report;

import io.exportctl.diagnostic.RuleId;

/** A rule as SARIF has it; the one place that says what its readers see of a rule. */
final class SarifRule {

  private SarifRule() {}

  static void write(JsonWriter json, RuleId rule) {
    String sentence = "Breaks the rule " + rule.id() + ".";
    json.field("id", rule.id())
        .object("shortDescription", text -> text.field("text", sentence))
        .object("fullDescription", text -> text.field("text", sentence))
        .object(
            "help",
            text ->
                text.field("text", "Run: exportctl explain " + rule.id())
                    .field("markdown", "Run `exportctl explain " + rule.id() + "`."))
        .object(
            "defaultConfiguration",
            configuration -> configuration.field("level", rule.severity().label()));
  }
}
