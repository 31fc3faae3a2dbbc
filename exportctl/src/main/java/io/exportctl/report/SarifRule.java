package io.exportctl.report;

import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.JsonWriter;

/** Writes rules as SARIF. */
final class SarifRule {

  private SarifRule() {}

  static void write(JsonWriter json, RuleId rule) {
    RuleText text = RuleText.of(rule);
    json.field("id", rule.id())
        .object("shortDescription", description -> description.field("text", text.summary()))
        .object("fullDescription", description -> description.field("text", text.summary()))
        .field("helpUri", text.uri())
        .object(
            "help",
            help ->
                help.field("text", String.join("\n", Explanation.of(rule, false)))
                    .field("markdown", text.markdown()))
        .object(
            "defaultConfiguration",
            configuration -> configuration.field("level", rule.severity().label()));
  }
}
