package io.exportctl.yaml.edit;

import io.exportctl.diagnostic.Fix;
import io.exportctl.yaml.SourceLines;
import io.exportctl.yaml.Span;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Edits that remove an entry from a block or flow list, or add one. They keep all other text byte
 * for byte. There is no edit if a comment on another line would be lost, or would seem to describe
 * another entry.
 */
public final class ListEdits {

  private static final Pattern REST = Pattern.compile("\\s*(\\s#.*)?");
  private static final Pattern REST_IN_BRACKETS = Pattern.compile("\\s*,?" + REST);

  private final SourceLines lines;
  private final YamlNode.Sequence list;

  public ListEdits(YamlDocument document, YamlNode.Sequence list) {
    this.lines = new SourceLines(document.lines());
    this.list = list;
  }

  /**
   * Removes one entry of several, with a comment that follows it on its line.
   *
   * @param index the 0-based index of the entry
   */
  public Optional<Fix.Edit> without(int index) {
    Span span = list.items().get(index).span();
    if (!lines.isEditable(span)) {
      return Optional.empty();
    }
    if (hasOwnLine(index)) {
      return Optional.of(lines.removal(span.line()));
    }
    return isInBrackets() ? withoutComma(index, span) : Optional.empty();
  }

  /**
   * Returns true if the line of an entry holds only the entry and perhaps a comment.
   *
   * @param index the 0-based index of the entry
   */
  public boolean hasOwnLine(int index) {
    Span span = list.items().get(index).span();
    String before = lines.before(span);
    String after = lines.after(span);
    return span.line() == span.endLine()
        && (isInBrackets()
            ? before.isBlank() && REST_IN_BRACKETS.matcher(after).matches()
            : lines.isAfterDash(span) && REST.matcher(after).matches());
  }

  /** Removes an entry with the comma before it; the first entry with the comma after it. */
  private Optional<Fix.Edit> withoutComma(int index, Span span) {
    if (list.items().size() == 1) {
      return Optional.empty();
    }
    Span other = list.items().get(index == 0 ? 1 : index - 1).span();
    Span first = index == 0 ? span : other;
    Span second = index == 0 ? other : span;
    if (!lines.isCommaBetween(first, second)) {
      return Optional.empty();
    }
    return Optional.of(
        index == 0
            ? new Fix.Edit(span.line(), span.column(), other.line(), other.column(), "")
            : new Fix.Edit(
                other.endLine(), other.endColumn(), span.endLine(), span.endColumn(), ""));
  }

  /** Adds an entry at the end. */
  public Optional<Fix.Edit> with(String text) {
    if (list.items().isEmpty()) {
      return Optional.empty();
    }
    Span last = list.items().get(list.items().size() - 1).span();
    if (!lines.isEditable(last)) {
      return Optional.empty();
    }
    String before = lines.before(last);
    String entry = YamlText.of(text);
    if (isInBrackets()) {
      boolean ownLine = before.isBlank() && !lines.after(last).contains("#");
      String gap = ownLine ? ",\n" + before : ", ";
      return Optional.of(YamlEdits.insert(last.line(), last.endColumn(), gap + entry));
    }
    if (!lines.isAfterDash(last)) {
      return Optional.empty();
    }
    return Optional.of(
        last.line() < lines.count()
            ? YamlEdits.insert(last.line() + 1, 1, before + entry + "\n")
            : YamlEdits.insert(last.line(), lines.length(last.line()) + 1, "\n" + before + entry));
  }

  private boolean isInBrackets() {
    return lines.pointAt(list.span()) == '[';
  }
}
