package io.exportctl.migrate;

import io.exportctl.diagnostic.Fix;
import io.exportctl.text.Quantity;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Removes the indentation of a whole file, which the older guide showed. */
final class Indentation implements Step {

  @Override
  public List<Outcome> in(YamlDocument document, YamlNode.Mapping keys) {
    int columns = keys.span().column() - 1;
    if (columns == 0 || isInBraces(document, keys)) {
      return List.of();
    }
    String indent = " ".repeat(columns);
    List<Fix.Edit> edits = new ArrayList<>();
    for (int line = 1; line <= document.lines().size(); line++) {
      if (document.lines().get(line - 1).startsWith(indent)) {
        edits.add(new Fix.Edit(line, 1, line, columns + 1, ""));
      }
    }
    return List.of(
        Outcome.Fixed.of(
            keys.span(), edits, "indented by " + Quantity.of(columns, "space"), "not indented"));
  }

  private static boolean isInBraces(YamlDocument document, YamlNode.Mapping keys) {
    return document.lines().get(keys.span().line() - 1).stripLeading().startsWith("{");
  }
}
