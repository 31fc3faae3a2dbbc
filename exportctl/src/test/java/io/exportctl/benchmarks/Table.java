package io.exportctl.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Tables in Markdown with a column for each size; the last is also a multiple of the previous. */
final class Table {

  /** Suffix of the name of a step that is the peer of the step without it. */
  static final String PEER = ", for_each";

  private Table() {}

  static String of(List<Column> columns) {
    String text =
        of("time", columns, Measurement.Result::seconds, "%,.2f s")
            + row("resources planned", columns, Column::planned, "%,.0f")
            + of("processor time", columns, Measurement.Result::cpuSeconds, "%,.2f s")
            + ratios(columns);
    return columns.get(0).results().get(0).mebibytes() == 0
        ? text
        : text + of("most memory", columns, Measurement.Result::mebibytes, "%,.0f MiB");
  }

  static String line(Measurement.Result result) {
    return format("%,.2f s, ", result.seconds())
        + format("%,.2f s of processor time, ", result.cpuSeconds())
        + format("%,.0f MiB", result.mebibytes());
  }

  static String format(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }

  private static String of(
      String head,
      List<Column> columns,
      ToDoubleFunction<Measurement.Result> quantity,
      String format) {
    List<String> cells = new ArrayList<>(List.of(head));
    columns.forEach(column -> cells.add(format("%,.0f datasets", column.size())));
    if (columns.size() > 1) {
      cells.add("growth");
    }
    StringBuilder text = new StringBuilder("\n" + line(cells));
    text.append("|---").append("|--:".repeat(cells.size() - 1)).append("|\n");
    List<String> steps = columns.get(0).steps();
    for (int i = 0; i < steps.size(); i++) {
      int step = i;
      ToDoubleFunction<Column> number =
          column -> quantity.applyAsDouble(column.results().get(step));
      text.append(row(steps.get(i), columns, number, format));
    }
    return text.toString();
  }

  /** Returns rows of processor time as a multiple of the peer's. */
  private static String ratios(List<Column> columns) {
    return columns.get(0).steps().stream()
        .filter(columns.get(0).ratios()::containsKey)
        .map(
            step ->
                row(
                    step + " to" + PEER.substring(1),
                    columns,
                    column -> column.ratios().get(step),
                    "x %.2f"))
        .collect(Collectors.joining());
  }

  private static String row(
      String head, List<Column> columns, ToDoubleFunction<Column> number, String format) {
    List<String> cells = new ArrayList<>(List.of(head));
    columns.forEach(column -> cells.add(format(format, number.applyAsDouble(column))));
    if (columns.size() > 1) {
      double last = number.applyAsDouble(columns.get(columns.size() - 1));
      double before = number.applyAsDouble(columns.get(columns.size() - 2));
      cells.add(format("x %.1f", last / before));
    }
    return line(cells);
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
