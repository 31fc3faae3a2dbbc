package io.exportctl.yaml;

import io.exportctl.diagnostic.Fix;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a file, looked up by the places that a parser reports. A line past the end is empty.
 */
public record SourceLines(List<String> lines) {

  private static final Pattern KEY =
      Pattern.compile("\\s*+(?:- ++)?+[^\\s:#\"']++:(?:( ++[^\\s#].*)| ++#.*| *+)");

  private static final Pattern ENTRY = Pattern.compile("\\s*+-(?: .*)?");

  /**
   * Maximum length of a line in which fixes are offered. Finding a place means walking along its
   * line, so a generated line with thousands of findings would take minutes.
   */
  private static final int LONGEST_LINE = 4096;

  private static final Pattern DASH = Pattern.compile("\\s*- +");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  public int count() {
    return lines.size();
  }

  /**
   * Returns the text of a line; empty past the end of the file.
   *
   * @param line 1-based
   */
  public String text(int line) {
    return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
  }

  /** Returns the length of a line in code points. */
  public int length(int line) {
    return text(line).codePointCount(0, text(line).length());
  }

  /** Returns the code point at the start of a span; -1 at the end of the line. */
  public int pointAt(Span span) {
    String text = text(span.line());
    int index = index(span);
    return span.column() >= 1 && index < text.length() ? text.codePointAt(index) : -1;
  }

  /** Returns the span of one character, given by its index in the line. */
  public Span span(int line, int index) {
    return new Span(line, text(line).codePointCount(0, index) + 1, 1);
  }

  /** Returns the index in the line at which a span starts. */
  public int index(Span span) {
    String text = text(span.line());
    int points = text.codePointCount(0, text.length());
    return text.offsetByCodePoints(0, Math.max(0, Math.min(span.column() - 1, points)));
  }

  /** Returns the text before a span on its first line. */
  public String before(Span span) {
    return text(span.line()).substring(0, index(span));
  }

  /** Returns the text after a span on its last line. */
  public String after(Span span) {
    return text(span.endLine()).substring(index(end(span)));
  }

  /** Returns the text between two values, including comments. */
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

  /** Returns true if a value can be edited in place: it is on one line that is not too long. */
  public boolean isEditable(Span span) {
    return span.line() == span.endLine() && !isTooLong(span.line());
  }

  public boolean isTooLong(int line) {
    return text(line).length() > LONGEST_LINE;
  }

  /** Returns true if only the dash of a list is before the value on its line. */
  public boolean isAfterDash(Span span) {
    return DASH.matcher(before(span)).matches();
  }

  public boolean isCommaBetween(Span one, Span other) {
    return COMMA.matcher(between(one, other)).matches();
  }

  /** Returns the place after the last character of a span. */
  public static Span end(Span span) {
    return new Span(span.endLine(), span.endColumn(), 1);
  }

  /**
   * Returns the edit that removes a line with its line break. For a last line without a line break,
   * the line break before it is removed.
   */
  public Fix.Edit removal(int line) {
    return line < count()
        ? new Fix.Edit(line, 1, line + 1, 1, "")
        : new Fix.Edit(line - 1, length(line - 1) + 1, line, length(line) + 1, "");
  }

  /** Returns the indentation of a line in characters. */
  int indent(int line) {
    String text = text(line);
    return text.length() - text.stripLeading().length();
  }

  /** Returns true if a line starts with a key and its colon. */
  boolean isKey(int line) {
    return KEY.matcher(text(line)).matches();
  }

  /** Returns true if a line holds a key with a value after it. */
  boolean isKeyWithValue(int line) {
    Matcher matcher = KEY.matcher(text(line));
    return matcher.matches() && matcher.group(1) != null;
  }

  /** Returns true if a line starts with the dash of a list. */
  boolean isEntry(int line) {
    return ENTRY.matcher(text(line)).matches();
  }

  /** Returns true if a line holds more than spaces and a comment. */
  boolean isSignificant(int line) {
    String text = text(line).strip();
    return !text.isEmpty() && text.charAt(0) != '#';
  }

  /**
   * Returns true if the nearest line above that is not indented further has the same indentation.
   */
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
