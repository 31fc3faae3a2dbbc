package io.exportctl.schema;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is left of a guide or for later, though its schema takes it: {@code tbc} could be the name
 * of somebody's bucket, and {@code RANDOM-STRING} the end of a role's.
 */
final class PlaceholderCheck {

  private PlaceholderCheck() {}

  static List<Diagnostic> in(YamlDocument document) {
    List<Diagnostic> found = new ArrayList<>(0);
    for (YamlNode.Entry entry :
        document.mapping().map(YamlNode.Mapping::entries).orElse(List.of())) {
      // A dataset is called as its file is; that was somebody's choice.
      if (!entry.key().text().equals("name")) {
        for (YamlNode.Scalar scalar : YamlDocument.texts(entry.value())) {
          Optional<String> fault = Placeholder.fault(scalar.text());
          if (fault.isPresent()) {
            found.add(diagnose(document, scalar, fault.get()));
          }
        }
      }
    }
    return found;
  }

  private static Diagnostic diagnose(YamlDocument document, YamlNode.Scalar scalar, String fault) {
    return Diagnostic.of(
            document.location(scalar),
            RuleId.PLACEHOLDER,
            quote(scalar.text()) + " " + fault + ", expected the real one")
        .withHelp("ask whoever knows it, and write it here");
  }
}
