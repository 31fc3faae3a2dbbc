package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.stream.Stream;

/**
 * What is left of a guide or for later, though its schema takes it: {@code tbc} could be the name
 * of somebody's bucket, and {@code RANDOM-STRING} the end of a role's.
 */
final class Unfilled {

  private Unfilled() {}

  static Stream<Diagnostic> in(YamlDocument document) {
    return document.mapping().stream()
        .flatMap(mapping -> mapping.entries().stream())
        // A dataset is called as its file is; that was somebody's choice.
        .filter(entry -> !entry.key().text().equals("name"))
        .flatMap(entry -> YamlDocument.texts(entry.value()).stream())
        .flatMap(
            scalar ->
                Placeholder.fault(scalar.text())
                    .map(fault -> diagnose(document, scalar, fault))
                    .stream());
  }

  private static Diagnostic diagnose(YamlDocument document, YamlNode.Scalar scalar, String fault) {
    return Diagnostic.of(
            document.location(scalar),
            RuleId.PLACEHOLDER,
            quote(scalar.text()) + " " + fault + ", expected the real one")
        .withHelp("ask whoever knows it, and write it here");
  }
}
