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
 * The edits that take an entry out of a list or add one, in lines or in brackets. Each keeps what
 * it is not about byte for byte; there is none where a comment would be lost that stands in another
 * line, or seem to be about another entry.
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
   * The list without one of its several entries; a comment behind it in its line goes with it.
   *
   * @param index of the entry
   */
  public Optional<Fix.Edit> without(int index) {
    Span span = list.items().get(index).span();
    if (!lines.isMendable(span)) {
      return Optional.empty();
    }
    if (hasOwnLine(index)) {
      return Optional.of(lines.removal(span.line()));
    }
    return isInBrackets() ? withoutComma(index, span) : Optional.empty();
  }

  /**
   * Whether nothing stands in the line of an entry but itself and a comment.
   *
   * @param index of the entry
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

  /** With the comma in front of it, or of the first entry with that behind it. */
  private Optional<Fix.Edit> withoutComma(int index, Span span) {
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

  /** The list with one more entry at its end. */
  public Optional<Fix.Edit> with(String text) {
    if (list.items().isEmpty()) {
      return Optional.empty();
    }
    Span last = list.items().get(list.items().size() - 1).span();
    if (!lines.isMendable(last)) {
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
