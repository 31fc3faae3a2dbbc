package io.exportctl.register;

import io.exportctl.text.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Table of text columns. If it is wider than the terminal, the last column is wrapped; if that is
 * not enough, the others are cut with an ellipsis, from right to left.
 */
public final class TextTable {

  private static final String GAP = "  ";
  private static final String CUT = "…";
  private static final int NARROWEST = 12;

  /** Minimum width of the last column when it is wrapped. */
  private static final int NARROWEST_LAST = 20;

  private final List<List<String>> rows;
  private final int[] widths;

  private TextTable(List<List<String>> rows) {
    this.rows = rows;
    this.widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], DisplayWidth.of(row.get(column)));
      }
    }
  }

  /**
   * Lays out a table.
   *
   * @param rows the rows, each with one printable cell per column
   * @param width the width of the terminal in cells; empty to neither cut nor wrap
   */
  public static List<String> lines(List<String> head, List<List<String>> rows, OptionalInt width) {
    TextTable table = new TextTable(Stream.concat(Stream.of(head), rows.stream()).toList());
    width.ifPresent(table::fit);
    return table.rows.stream().flatMap(row -> table.print(row).stream()).toList();
  }

  private void fit(int width) {
    int last = widths.length - 1;
    int excess = total() - width;
    if (excess <= 0) {
      return;
    }
    widths[last] = Math.max(widths[last] - excess, Math.min(widths[last], NARROWEST_LAST));
    for (int column = last - 1; column >= 0; column--) {
      excess = Math.max(0, total() - width);
      widths[column] = Math.max(widths[column] - excess, Math.min(widths[column], NARROWEST));
    }
  }

  private int total() {
    int total = GAP.length() * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    return total;
  }

  private List<String> print(List<String> row) {
    int last = widths.length - 1;
    StringBuilder before = new StringBuilder();
    for (int column = 0; column < last; column++) {
      String cell = cut(row.get(column), widths[column]);
      before.append(cell).append(" ".repeat(widths[column] - DisplayWidth.of(cell))).append(GAP);
    }
    List<String> lines = new ArrayList<>();
    String indent = before.toString();
    for (String part : wrap(row.get(last), widths[last])) {
      lines.add((indent + part).stripTrailing());
      indent = " ".repeat(DisplayWidth.of(before.toString()));
    }
    return lines;
  }

  private static String cut(String text, int width) {
    if (DisplayWidth.of(text) <= width) {
      return text;
    }
    String kept = text;
    while (DisplayWidth.of(kept) > width - 1) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return kept + CUT;
  }

  /** Wraps text at spaces; does not split a word that is longer than a line. */
  private static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && DisplayWidth.of(line + " " + word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
