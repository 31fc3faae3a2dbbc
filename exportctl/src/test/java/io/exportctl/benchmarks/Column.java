package io.exportctl.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What was measured with one number of datasets. */
final class Column {

  private final int size;
  private final List<String> steps = new ArrayList<>();
  private final List<Measurement.Result> results = new ArrayList<>();
  private int planned;

  Column(int size) {
    this.size = size;
  }

  /** Runs a step, and returns what it printed. */
  String add(String step, Measurement command) throws IOException {
    Measurement.Result result = command.run();
    steps.add(step);
    results.add(result);
    System.err.println(
        Table.format("%,.0f", size) + " datasets: " + step + " " + Table.line(result));
    return result.out();
  }

  /** A plan that creates everything, for all users. */
  void plan(String step, Measurement command) throws IOException {
    String out = add(step, command);
    if (out.contains("Check block assertion failed")) {
      throw new Failure("the plan leaves out users, although all have roles");
    }
    String summary = Output.first("Plan: \\d+ to add, 0 to change, 0 to destroy", out);
    int now = Integer.parseInt(Output.first("\\d+", summary));
    if (planned != 0 && planned != now) {
      throw new Failure("one plan has " + planned + " resources, the other " + now);
    }
    planned = now;
  }

  int size() {
    return size;
  }

  int planned() {
    return planned;
  }

  List<String> steps() {
    return List.copyOf(steps);
  }

  List<Measurement.Result> results() {
    return List.copyOf(results);
  }
}
