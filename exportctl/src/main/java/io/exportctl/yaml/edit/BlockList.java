package io.exportctl.yaml.edit;

import io.exportctl.diagnostic.Fix;
import io.exportctl.yaml.SourceLines;
import io.exportctl.yaml.Span;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list with each entry in a line of its own, written instead of a value beside its key. */
public final class BlockList {

  private static final Pattern KEY_IN_FRONT = Pattern.compile("( *)[A-Za-z_]+:( +)");

  private final SourceLines lines;

  public BlockList(YamlDocument document) {
    this.lines = new SourceLines(document.lines());
  }

  /**
   * Turns the value of a key into a list below the key.
   *
   * @param texts the entries; none to take the value as it is written
   */
  public Optional<Fix.Edit> of(YamlNode.Scalar value, List<String> texts) {
    Span span = value.span();
    if (!lines.isEditable(span) || lines.pointAt(span) == '&') {
      return Optional.empty();
    }
    String line = lines.text(span.line());
    Matcher key = KEY_IN_FRONT.matcher(lines.before(span));
    if (!key.matches()) {
      return Optional.empty();
    }
    String dash = "\n" + key.group(1) + "  - ";
    List<String> entries =
        texts.isEmpty()
            ? List.of(line.substring(lines.index(span), lines.index(SourceLines.end(span))))
            : texts.stream().map(YamlText::of).toList();
    int from = lines.span(span.line(), key.start(2)).column();
    return Optional.of(
        new Fix.Edit(
            span.line(),
            from,
            span.endLine(),
            span.endColumn(),
            dash + String.join(dash, entries)));
  }
}
