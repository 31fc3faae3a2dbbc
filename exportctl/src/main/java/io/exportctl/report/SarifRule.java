package io.exportctl.report;

import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.JsonWriter;

/** A rule as SARIF has it; the one place that says what its readers see of a rule. */
final class SarifRule {

  private SarifRule() {}

  static void write(JsonWriter json, RuleId rule) {
    RuleText text = RuleText.of(rule);
    json.field("id", rule.id())
        .object("shortDescription", it -> it.field("text", text.summary()))
        .object("fullDescription", it -> it.field("text", text.summary()))
        .object(
            "help",
            it ->
                it.field("text", String.join("\n", Explanation.of(rule, false)))
                    .field("markdown", text.markdown()))
        .object(
            "defaultConfiguration",
            configuration -> configuration.field("level", rule.severity().label()));
  }
}
