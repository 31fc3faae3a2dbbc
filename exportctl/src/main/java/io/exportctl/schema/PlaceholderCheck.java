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
 * Finds placeholders that the schema accepts: {@code tbc} could be the name of a bucket, and {@code
 * RANDOM-STRING} the end of a role's name.
 */
final class PlaceholderCheck {

  private PlaceholderCheck() {}

  static List<Diagnostic> in(YamlDocument document) {
    List<Diagnostic> found = new ArrayList<>(0);
    for (YamlNode.Entry entry :
        document.mapping().map(YamlNode.Mapping::entries).orElse(List.of())) {
      // The dataset's name is also the file's, so somebody chose it.
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
