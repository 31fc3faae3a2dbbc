package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.Optional;

/**
 * A value, or a key, that is not what the schema describes.
 *
 * @param keyword of the schema that refuses it
 */
record InvalidValue(YamlDocument document, YamlNode node, SchemaText schema, String keyword) {

  Diagnostic diagnose() {
    if (!(node instanceof YamlNode.Scalar scalar) || scalar.type() != YamlNode.Type.TEXT) {
      String what = TypeMismatch.describe(node);
      return error(RuleId.INVALID_VALUE, what + ", expected " + schema.aTitle())
          .withHelp(schema.advice(keyword));
    }
    String text = scalar.text();
    if (Placeholder.isPlaceholder(text)) {
      return error(
              RuleId.PLACEHOLDER, quote(text) + " is left to fill in, expected " + schema.aTitle())
          .withHelp("write " + schema.aTitle() + " " + schema.suchAs());
    }
    Optional<Misreading> misreading = Misreading.of(text, schema.title());
    String fault =
        misreading
            .map(Misreading::what)
            .map(what -> " is " + what + ", expected ")
            .orElse(" is not ");
    return error(RuleId.INVALID_VALUE, quote(text) + fault + schema.aTitle())
        .withHelp(
            misreading
                .flatMap(found -> found.meant(schema.title()))
                .filter(schema::accepts)
                .map(meant -> "write " + meant)
                .orElseGet(() -> schema.advice(keyword)));
  }

  private Diagnostic error(RuleId rule, String message) {
    return Diagnostic.of(document.location(node), rule, message);
  }
}
