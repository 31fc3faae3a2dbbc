package io.exportctl.migrate;

import io.exportctl.diagnostic.Fix;
import io.exportctl.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Turns the line of a key into a comment. */
final class CommentedOut {

  private CommentedOut() {}

  /** Returns the outcome, or empty if the line holds anything else. */
  static Optional<Outcome> of(YamlNode.Entry entry, String why) {
    int line = entry.key().span().line();
    boolean alone =
        entry.value() instanceof YamlNode.Scalar value
            && value.span().endLine() == line
            && entry.key().span().column() == 1;
    if (!alone) {
      return Optional.empty();
    }
    Fix.Edit edit = new Fix.Edit(line, 1, line, 1, "# ");
    return Optional.of(
        Outcome.Fixed.of(
            entry.key().span(),
            List.of(edit),
            "key \"" + entry.key().text() + "\" " + why,
            "a comment"));
  }
}
