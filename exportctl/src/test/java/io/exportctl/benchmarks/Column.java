package io.exportctl.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Measurements for one number of datasets. */
final class Column {

  private final int size;
  private final List<String> steps = new ArrayList<>();
  private final List<Measurement.Result> results = new ArrayList<>();
  private final Map<String, Double> ratios = new TreeMap<>();
  private int planned;

  Column(int size) {
    this.size = size;
  }

  /** Runs a step and returns its output. */
  String add(String step, Measurement command) throws IOException {
    return keep(step, run(step, command)).out();
  }

  /**
   * Runs a step and its peer in turn, and keeps the run with the median processor time of each.
   *
   * @param check checks the output of each
   */
  void compare(String step, Measurement ours, Measurement peer, int rounds, Consumer<String> check)
      throws IOException {
    List<Measurement.Result> own = new ArrayList<>();
    List<Measurement.Result> theirs = new ArrayList<>();
    double[] multiples = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      own.add(run(step, ours));
      theirs.add(run(step + Table.PEER, peer));
      multiples[round] = own.get(round).cpuSeconds() / theirs.get(round).cpuSeconds();
    }
    ratios.put(step, Interleaved.median(multiples));
    check.accept(keep(step, median(own)).out());
    check.accept(keep(step + Table.PEER, median(theirs)).out());
  }

  /** Checks that a plan creates everything for all users. */
  void checkPlan(String out) {
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

  private Measurement.Result run(String step, Measurement command) throws IOException {
    Measurement.Result result = command.run();
    System.err.println(
        Table.format("%,.0f", size) + " datasets: " + step + " " + Table.line(result));
    return result;
  }

  private Measurement.Result keep(String step, Measurement.Result result) {
    steps.add(step);
    results.add(result);
    return result;
  }

  private static Measurement.Result median(List<Measurement.Result> runs) {
    return runs.stream()
        .sorted(Comparator.comparing(Measurement.Result::cpuSeconds))
        .toList()
        .get(runs.size() / 2);
  }

  int size() {
    return size;
  }

  int planned() {
    return planned;
  }

  /** Returns the processor time by step as a multiple of the peer's: the median of the rounds. */
  Map<String, Double> ratios() {
    return Collections.unmodifiableMap(ratios);
  }

  List<String> steps() {
    return List.copyOf(steps);
  }

  List<Measurement.Result> results() {
    return List.copyOf(results);
  }
}
