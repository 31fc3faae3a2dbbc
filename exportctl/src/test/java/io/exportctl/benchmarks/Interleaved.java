package io.exportctl.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Runs of contenders that take turns, so that other load on the machine affects all equally.
 *
 * @param runs the runs of each contender, in the order of the rounds
 */
record Interleaved(Map<Contender, List<Contender.Run>> runs) {

  /** Runs all once to warm up, then in turn. */
  static Interleaved run(List<Contender> contenders, int rounds) throws IOException {
    Map<Contender, List<Contender.Run>> runs = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      for (Contender contender : contenders) {
        List<Contender.Run> own = runs.computeIfAbsent(contender, first -> new ArrayList<>());
        Contender.Run run = contender.run();
        if (round > 0) {
          own.add(run);
        }
      }
    }
    return new Interleaved(runs);
  }

  /** Returns the first contender's time as a multiple of another's: the median of the rounds. */
  double ratio(Contender other) {
    List<Contender.Run> ours = runs.values().iterator().next();
    List<Contender.Run> theirs = runs.get(other);
    double[] ratios = new double[ours.size()];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = ours.get(round).seconds() / theirs.get(round).seconds();
    }
    return median(ratios);
  }

  /** Returns a table in Markdown. */
  String table(String head) {
    Contender first = runs.keySet().iterator().next();
    StringBuilder table =
        new StringBuilder(
            "\n| %s | time | processor time | %s is |\n|---|--:|--:|--:|\n"
                .formatted(head, first.name()));
    for (Contender contender : runs.keySet()) {
      table.append(
          Table.format(
                  "| " + contender.name() + " | %,.1f ms",
                  millis(contender, Contender.Run::seconds))
              + Table.format(" | %,.0f ms", millis(contender, Contender.Run::processorSeconds))
              + Table.format(" | %.2f x |\n", ratio(contender)));
    }
    return table.toString();
  }

  private double millis(Contender contender, ToDoubleFunction<Contender.Run> quantity) {
    return 1e3 * median(runs.get(contender).stream().mapToDouble(quantity).toArray());
  }

  static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
