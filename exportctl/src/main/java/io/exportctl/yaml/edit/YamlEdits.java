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
 * Edits that fix a document. They keep all other text byte for byte. There is no edit for a value
 * that continues on the next line or has an anchor, or if a comment would be lost.
 */
public final class YamlEdits {

  private static final Pattern KEY_ALONE = Pattern.compile(".*:(\\s*)");
  private static final Pattern REST = Pattern.compile("( *)(#.*)?");
  private static final Pattern ENTRY_WITHOUT_SPACE = Pattern.compile("(\\s*)(-?)[^\\s#-].*");

  private final SourceLines lines;

  public YamlEdits(YamlDocument document) {
    this.lines = new SourceLines(document.lines());
  }

  /** Replaces the text of a value or a key and keeps its kind of quotes. */
  public Optional<Fix.Edit> text(YamlNode.Scalar scalar, String text) {
    if (!lines.isEditable(scalar.span())) {
      return Optional.empty();
    }
    return switch (lines.pointAt(scalar.span())) {
      case '"' -> replace(scalar.span(), YamlText.quoted(text));
      case '\'' -> replace(scalar.span(), YamlText.singleQuoted(text));
      default -> source(scalar, YamlText.of(text));
    };
  }

  /** Puts a plain text in quotes, so that every YAML reader takes it as text. */
  public Optional<Fix.Edit> quotes(YamlNode.Scalar plain) {
    return source(plain, YamlText.quoted(plain.text()));
  }

  /** Turns a value into a list with that one entry. */
  public Optional<Fix.Edit> brackets(YamlNode.Scalar scalar) {
    String line = lines.text(scalar.span().line());
    return lines.isEditable(scalar.span())
        ? source(
            scalar,
            "["
                + line.substring(
                    lines.index(scalar.span()), lines.index(SourceLines.end(scalar.span())))
                + "]")
        : Optional.empty();
  }

  /**
   * Replaces a value. A block list must have one entry and is replaced as a whole.
   *
   * @param source the new value as it is written in a file
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

  /** Replaces a block list by a value on the line of its key. */
  private Optional<Fix.Edit> besideItsKey(YamlNode.Sequence list, String source) {
    YamlNode entry = list.items().get(0);
    int line = list.span().line() - 1;
    Matcher key = KEY_ALONE.matcher(lines.text(line));
    boolean alone =
        key.matches()
            && lines.isEditable(entry.span())
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

  /** Adds the missing dashes or spaces to lines that YAML reads as one multi-line text. */
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

  /** Replaces an entry of a block list with several entries, each on a line of its own. */
  public Optional<Fix.Edit> split(YamlNode.Scalar entry, List<String> texts) {
    return lines.isEditable(entry.span()) && lines.isAfterDash(entry.span())
        ? source(
            entry,
            String.join(
                "\n" + lines.before(entry.span()), texts.stream().map(YamlText::of).toList()))
        : Optional.empty();
  }

  /**
   * Removes an entry of a list.
   *
   * @param index the 0-based index of the entry, at least 1
   */
  public Optional<Fix.Rewrite> without(YamlNode.Sequence list, int index) {
    Span span = list.items().get(index).span();
    YamlNode previous = list.items().get(index - 1);
    if (!lines.isEditable(span) || !lines.isEditable(previous.span())) {
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
      // The comment would now seem to describe the next entry.
      int dash = lines.span(span.line(), line.indexOf('-')).column();
      int comment = lines.span(span.line(), line.indexOf(rest.group(2))).column();
      return Optional.of(rewrite(new Fix.Edit(span.line(), dash, span.line(), comment, ""), false));
    }
    return Optional.of(rewrite(lines.removal(span.line()), true));
  }

  /** Returns a fix with one edit. */
  public static Fix.Rewrite rewrite(Fix.Edit edit, boolean isSafe) {
    return new Fix.Rewrite(List.of(edit), isSafe);
  }

  /** Returns an edit that inserts text at a column. */
  public static Fix.Edit insert(int line, int column, String text) {
    return new Fix.Edit(line, column, line, column, text);
  }

  /**
   * Returns the smallest edit that turns one text of a line into another.
   *
   * @param line 1-based number of the line
   */
  public static Fix.Edit between(int line, String before, String after) {
    int shorter = Math.min(before.length(), after.length());
    int start = 0;
    while (start < shorter && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    int column = before.codePointCount(0, start) + 1;
    int endColumn = before.codePointCount(0, before.length() - end) + 1;
    return new Fix.Edit(
        line, column, line, endColumn, after.substring(start, after.length() - end));
  }

  private Optional<Fix.Edit> replace(Span span, String source) {
    return lines.isEditable(span)
        ? Optional.of(
            new Fix.Edit(span.line(), span.column(), span.endLine(), span.endColumn(), source))
        : Optional.empty();
  }
}
