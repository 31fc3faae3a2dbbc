package io.exportctl.collection.ingestion.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns, without characters that control a terminal. */
final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  private TextTable() {}

  static TextTable of(List<String> header) {
    TextTable table = new TextTable();
    table.add(header);
    return table;
  }

  void add(List<String> row) {
    rows.add(row.stream().map(ErrorHandler::printable).toList());
  }

  void print(PrintStream out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        boolean isLast = i == row.size() - 1;
        line.append(row.get(i));
        line.append(isLast ? "" : " ".repeat(width(i) - length(row.get(i))) + GAP);
      }
      out.println(line);
    }
  }

  private int width(int column) {
    return rows.stream().mapToInt(it -> length(it.get(column))).max().orElse(0);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
