package io.exportctl.operate;

import static io.exportctl.text.Quotation.printable;

import io.exportctl.register.TextTable;
import io.exportctl.text.Quantity;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Prints a status report for people. */
public final class StatusPrinter {

  private static final List<String> HEAD =
      List.of(
          "NAME",
          "KIND",
          "DEPLOYED",
          "WAITING",
          "IN FLIGHT",
          "FAILING",
          "DEAD",
          "OLDEST",
          "DELIVERED",
          "ALARMS",
          "PROGRAM");

  private final PrintWriter out;
  private final Instant now;

  public StatusPrinter(PrintWriter out, Instant now) {
    this.out = out;
    this.now = now;
  }

  /**
   * Prints a line for each dataset, then the faults.
   *
   * @param width of the terminal in cells; empty to neither cut nor wrap
   */
  public void print(StatusReport report, OptionalInt width) {
    if (report.datasets().isEmpty()) {
      out.println("no datasets");
    } else {
      List<List<String>> rows = report.datasets().stream().map(this::row).toList();
      List<Integer> told = told(rows);
      TextTable.lines(pick(HEAD, told), rows.stream().map(row -> pick(row, told)).toList(), width)
          .forEach(out::println);
    }
    for (DatasetStatus status : report.datasets()) {
      if (status.isWrong()) {
        out.println();
        out.println(status.id());
        status.faults().forEach(fault -> out.println("  " + printable(fault)));
      }
    }
    if (!report.strays().isEmpty()) {
      out.println();
      out.println("roles of no dataset in this workspace");
      report.strays().forEach(role -> out.println("  " + printable(role)));
    }
  }

  /** Returns the columns in which any dataset has something, so that the table stays narrow. */
  private static List<Integer> told(List<List<String>> rows) {
    return IntStream.range(0, HEAD.size())
        .filter(column -> rows.stream().anyMatch(row -> !row.get(column).equals(Cell.NONE)))
        .boxed()
        .toList();
  }

  private static List<String> pick(List<String> row, List<Integer> columns) {
    return columns.stream().map(row::get).toList();
  }

  private List<String> row(DatasetStatus status) {
    return List.of(
        status.id().name(),
        status.id().kind().id(),
        status.deployed().toString(),
        status.waiting().text(String::valueOf),
        status.inFlight().text(String::valueOf),
        status.failing().text(String::valueOf),
        status.deadLetters().text(String::valueOf),
        status.oldest().text(Age::text),
        status.lastDelivery().text(at -> Age.text(Duration.between(at, now)) + " ago"),
        status.alarms().text(StatusPrinter::alarms),
        status.release().text(DatasetStatus.Release::toString));
  }

  private static String alarms(List<DatasetStatus.AlarmState> alarms) {
    long on = count(alarms, "ALARM");
    long silent = count(alarms, "NO_DATA");
    if (on > 0) {
      return Quantity.of(on, "alarm");
    }
    return silent > 0 ? silent + " without data" : "ok";
  }

  private static long count(List<DatasetStatus.AlarmState> alarms, String state) {
    return alarms.stream().filter(alarm -> alarm.state().equals(state)).count();
  }
}
