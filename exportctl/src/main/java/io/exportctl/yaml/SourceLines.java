package io.exportctl.yaml;

import io.exportctl.diagnostic.Fix;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a file, by the places that a parser gives; past the end there is nothing. */
public record SourceLines(List<String> lines) {

  private static final Pattern KEY =
      Pattern.compile("\\s*+(?:- ++)?+[^\\s:#\"']++:( ++[^\\s#].*)?");

  /**
   * Longer than any that a person wrote. Every place in a line is found by walking along it: a
   * machine's line with thousands of findings would take minutes.
   */
  private static final int LONGEST_LINE = 4096;

  private static final Pattern DASH = Pattern.compile("\\s*- +");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  public int count() {
    return lines.size();
  }

  /**
   * @param line 1-based
   */
  public String text(int line) {
    return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
  }

  /** How long a line is, in code points. */
  public int length(int line) {
    return text(line).codePointCount(0, text(line).length());
  }

  /** The character that begins at a place; -1 where the line has ended. */
  public int pointAt(Span span) {
    String text = text(span.line());
    int index = index(span);
    return span.column() >= 1 && index < text.length() ? text.codePointAt(index) : -1;
  }

  /** The place of one character, given by its index in the line. */
  public Span span(int line, int index) {
    return new Span(line, text(line).codePointCount(0, index) + 1, 1);
  }

  /** The index in the line at which a place begins. */
  public int index(Span span) {
    String text = text(span.line());
    int points = text.codePointCount(0, text.length());
    return text.offsetByCodePoints(0, Math.max(0, Math.min(span.column() - 1, points)));
  }

  /** What stands in front of a place in its line. */
  public String before(Span span) {
    return text(span.line()).substring(0, index(span));
  }

  /** What stands behind what a span covers, in the line where that ends. */
  public String after(Span span) {
    return text(span.endLine()).substring(index(end(span)));
  }

  /** What stands between two values, comments too. */
  String between(Span one, Span other) {
    if (one.endLine() == other.line()) {
      int from = index(end(one));
      return text(other.line()).substring(from, Math.max(from, index(other)));
    }
    StringBuilder text = new StringBuilder(after(one));
    for (int line = one.endLine() + 1; line < other.line(); line++) {
      text.append('\n').append(text(line));
    }
    return text.append('\n').append(before(other)).toString();
  }

  /** Whether a value can be mended where it stands: in one line that is not too long. */
  public boolean isMendable(Span span) {
    return span.line() == span.endLine() && !isTooLong(span.line());
  }

  public boolean isTooLong(int line) {
    return text(line).length() > LONGEST_LINE;
  }

  /** Whether nothing stands in front of a value in its line but the dash of a list. */
  public boolean isAfterDash(Span span) {
    return DASH.matcher(before(span)).matches();
  }

  public boolean isCommaBetween(Span one, Span other) {
    return COMMA.matcher(between(one, other)).matches();
  }

  /** The place behind what a span covers. */
  public static Span end(Span span) {
    return new Span(span.endLine(), span.endColumn(), 1);
  }

  /**
   * The edit that removes a line: with its line break; of a last line without one, with that in
   * front of it.
   */
  public Fix.Edit removal(int line) {
    return line < count()
        ? new Fix.Edit(line, 1, line + 1, 1, "")
        : new Fix.Edit(line - 1, length(line - 1) + 1, line, length(line) + 1, "");
  }

  /** How far a line is indented. */
  int indent(int line) {
    String text = text(line);
    return text.length() - text.stripLeading().length();
  }

  /** Whether a line begins with a key and its colon. */
  boolean isKey(int line) {
    return KEY.matcher(text(line)).matches();
  }

  /** Whether a line holds a key with a value behind it. */
  boolean isKeyWithValue(int line) {
    Matcher matcher = KEY.matcher(text(line));
    return matcher.matches() && matcher.group(1) != null;
  }

  /** Whether a line above, that this one may belong beside, begins as far to the right. */
  boolean isIndentedLikeOneAbove(int line) {
    int least = Integer.MAX_VALUE;
    for (int above = line - 1; above >= 1 && least > indent(line); above--) {
      if (!text(above).isBlank()) {
        least = Math.min(least, indent(above));
      }
    }
    return least == indent(line);
  }
}
