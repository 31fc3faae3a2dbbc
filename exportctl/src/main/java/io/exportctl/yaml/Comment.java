package io.exportctl.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * A comment in a YAML file.
 *
 * @param span from its {@code #} to the end of the line
 * @param text without the {@code #} and the space around it
 * @param isAlone true if nothing else is on its line
 */
public record Comment(Span span, String text, boolean isAlone) {

  /**
   * Finds all comments: a {@code #} <a href="https://yaml.org/spec/1.2.2/#66-comments">starts
   * one</a> at the start of a line or after a space, unless it is part of a value.
   *
   * @param scalars places of the keys and the values, in source order
   */
  static List<Comment> find(List<String> lines, List<Span> scalars) {
    List<Comment> comments = new ArrayList<>();
    int next = 0;
    for (int line = 1; line <= lines.size(); line++) {
      int[] points = lines.get(line - 1).codePoints().toArray();
      for (int column = 1; column <= points.length; column++) {
        if (points[column - 1] != '#' || (column > 1 && !isSpace(points[column - 2]))) {
          continue;
        }
        while (next < scalars.size() && endsBefore(scalars.get(next), line, column)) {
          next++;
        }
        if (next == scalars.size() || beginsAfter(scalars.get(next), line, column)) {
          comments.add(of(line, column, points));
          break;
        }
      }
    }
    return comments;
  }

  private static Comment of(int line, int column, int[] points) {
    String text = new String(points, column, points.length - column).strip();
    boolean alone = new String(points, 0, column - 1).isBlank();
    return new Comment(new Span(line, column, points.length - column + 1), text, alone);
  }

  private static boolean isSpace(int point) {
    return point == ' ' || point == '\t';
  }

  private static boolean endsBefore(Span span, int line, int column) {
    return span.endLine() < line || (span.endLine() == line && span.endColumn() <= column);
  }

  private static boolean beginsAfter(Span span, int line, int column) {
    return span.line() > line || (span.line() == line && span.column() > column);
  }
}
