package io.exportctl.yaml.edit;

import io.exportctl.diagnostic.Fix;
import io.exportctl.yaml.SourceLines;
import io.exportctl.yaml.Span;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The edits that mend a document. Each keeps what it is not about byte for byte; there is none
 * where a value goes on in the next line, has an anchor, or where a comment would be lost.
 */
public final class YamlEdits {

  private static final Pattern KEY_ALONE = Pattern.compile(".*:(\\s*)");
  private static final Pattern REST = Pattern.compile("( *)(#.*)?");
  private static final Pattern ENTRY_WITHOUT_SPACE = Pattern.compile("(\\s*)(-?)[^\\s#-].*");

  private final SourceLines lines;

  public YamlEdits(YamlDocument document) {
    this.lines = new SourceLines(document.lines());
  }

  /** Another text for a value or a key, in the kind of quotes that stand there. */
  public Optional<Fix.Edit> text(YamlNode.Scalar scalar, String text) {
    if (!lines.isMendable(scalar.span())) {
      return Optional.empty();
    }
    return switch (lines.pointAt(scalar.span())) {
      case '"' -> replace(scalar.span(), YamlText.quoted(text));
      case '\'' -> replace(scalar.span(), YamlText.singleQuoted(text));
      default -> source(scalar, YamlText.of(text));
    };
  }

  /** The same text in quotes, so that it is nothing but text. */
  public Optional<Fix.Edit> quotes(YamlNode.Scalar plain) {
    return source(plain, YamlText.quoted(plain.text()));
  }

  /** The same value as the only one of a list. */
  public Optional<Fix.Edit> brackets(YamlNode.Scalar scalar) {
    String line = lines.text(scalar.span().line());
    return lines.isMendable(scalar.span())
        ? source(
            scalar,
            "["
                + line.substring(
                    lines.index(scalar.span()), lines.index(SourceLines.end(scalar.span())))
                + "]")
        : Optional.empty();
  }

  /**
   * Something else for a value: of a list with one entry, for the whole list.
   *
   * @param source as it is written in a file
   */
  public Optional<Fix.Edit> source(YamlNode value, String source) {
    if (lines.isTooLong(value.span().line())) {
      return Optional.empty();
    }
    int first = lines.pointAt(value.span());
    if (first == '&' || first == '|' || first == '>') {
      return Optional.empty();
    }
    return value instanceof YamlNode.Sequence list && first == '-'
        ? besideItsKey(list, source)
        : replace(value.span(), source);
  }

  /** A list in lines, whose dash stands under the key or further to the right. */
  private Optional<Fix.Edit> besideItsKey(YamlNode.Sequence list, String source) {
    YamlNode entry = list.items().get(0);
    int line = list.span().line() - 1;
    Matcher key = KEY_ALONE.matcher(lines.text(line));
    boolean alone =
        key.matches()
            && lines.isMendable(entry.span())
            && list.span().line() == entry.span().line()
            && lines.text(line).indexOf('#') < 0;
    if (!alone) {
      return Optional.empty();
    }
    Span colon = lines.span(line, key.start(1));
    return Optional.of(
        new Fix.Edit(
            line, colon.column(), entry.span().endLine(), entry.span().endColumn(), " " + source));
  }

  /** One value for each of several lines, of what YAML takes for one text that goes on. */
  public List<Fix.Edit> entries(YamlNode.Scalar plain) {
    List<Fix.Edit> edits = new ArrayList<>();
    for (int line = plain.span().line(); line <= plain.span().endLine(); line++) {
      Matcher entry = ENTRY_WITHOUT_SPACE.matcher(lines.text(line));
      if (!entry.matches()) {
        return List.of();
      }
      int column = lines.span(line, entry.end(2)).column();
      edits.add(insert(line, column, entry.group(2).isEmpty() ? "- " : " "));
    }
    return edits;
  }

  /** Several entries of a list in lines, for one; written each in a line of its own. */
  public Optional<Fix.Edit> split(YamlNode.Scalar entry, List<String> texts) {
    return lines.isMendable(entry.span()) && lines.isAfterDash(entry.span())
        ? source(
            entry,
            String.join(
                "\n" + lines.before(entry.span()), texts.stream().map(YamlText::of).toList()))
        : Optional.empty();
  }

  /**
   * A list without one of its entries.
   *
   * @param index of the entry; not the first
   */
  public Optional<Fix.Rewrite> without(YamlNode.Sequence list, int index) {
    Span span = list.items().get(index).span();
    YamlNode previous = list.items().get(index - 1);
    if (!lines.isMendable(span) || !lines.isMendable(previous.span())) {
      return Optional.empty();
    }
    if (lines.isCommaBetween(previous.span(), span)) {
      Span end = previous.span();
      return Optional.of(
          rewrite(
              new Fix.Edit(end.endLine(), end.endColumn(), span.endLine(), span.endColumn(), ""),
              true));
    }
    String line = lines.text(span.line());
    Matcher rest = REST.matcher(lines.after(span));
    if (!lines.isAfterDash(span) || !rest.matches()) {
      return Optional.empty();
    }
    if (rest.group(2) != null) {
      // What is said of the entry would now be said of the next.
      int dash = lines.span(span.line(), line.indexOf('-')).column();
      int comment = lines.span(span.line(), line.indexOf(rest.group(2))).column();
      return Optional.of(rewrite(new Fix.Edit(span.line(), dash, span.line(), comment, ""), false));
    }
    return Optional.of(rewrite(lines.removal(span.line()), true));
  }

  /** A fix of one edit. */
  public static Fix.Rewrite rewrite(Fix.Edit edit, boolean isSafe) {
    return new Fix.Rewrite(List.of(edit), isSafe);
  }

  /** Something between two characters of a line. */
  public static Fix.Edit insert(int line, int column, String text) {
    return new Fix.Edit(line, column, line, column, text);
  }

  private Optional<Fix.Edit> replace(Span span, String source) {
    return lines.isMendable(span)
        ? Optional.of(
            new Fix.Edit(span.line(), span.column(), span.endLine(), span.endColumn(), source))
        : Optional.empty();
  }
}
