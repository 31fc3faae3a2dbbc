package io.exportctl.yaml.edit;

import io.exportctl.diagnostic.Fix;
import io.exportctl.yaml.SourceLines;
import io.exportctl.yaml.Span;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlText;
import java.util.Optional;

/**
 * Edits that set a top-level key to a text. They keep all other text byte for byte. There is no
 * edit for a value that is a list or a mapping, or in a file that is written in braces.
 */
public final class KeyEdits {

  private final YamlDocument document;
  private final SourceLines lines;

  public KeyEdits(YamlDocument document) {
    this.document = document;
    this.lines = new SourceLines(document.lines());
  }

  /**
   * Replaces the value of a key, or writes the key on a line of its own.
   *
   * @param below key below whose line a missing key is written; its value is a text
   */
  public Optional<Fix.Edit> set(String key, String text, String below) {
    Optional<YamlNode> value = document.mapping().flatMap(keys -> keys.get(key));
    if (value.isPresent()) {
      return value.get() instanceof YamlNode.Scalar scalar && scalar.type() != YamlNode.Type.NULL
          ? new YamlEdits(document).text(scalar, text)
          : Optional.empty();
    }
    return document.mapping().stream()
        .flatMap(keys -> keys.entries().stream())
        .filter(entry -> entry.key().text().equals(below))
        .findFirst()
        .flatMap(entry -> inserted(entry, key + ": " + YamlText.of(text)));
  }

  private Optional<Fix.Edit> inserted(YamlNode.Entry above, String line) {
    Span key = above.key().span();
    Span value = above.value().span();
    String indent = lines.before(key);
    if (!indent.isBlank() || key.line() != value.line() || !lines.isEditable(value)) {
      return Optional.empty();
    }
    int end = lines.length(value.line()) + 1;
    return Optional.of(YamlEdits.insert(value.line(), end, "\n" + indent + line));
  }
}
