package io.exportctl.lambda.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Runs of the contenders, the mover first: medians, and ratios by round. */
final class Comparison {

  private final Map<Contender, List<Trial>> trials = new LinkedHashMap<>();

  void add(Contender contender, Trial trial) {
    trials.computeIfAbsent(contender, it -> new ArrayList<>()).add(trial);
  }

  double median(Contender contender, ToDoubleFunction<Trial> quantity) {
    return median(trials.get(contender).stream().mapToDouble(quantity).toArray());
  }

  /** Median of the rounds' ratios of one contender to the other. */
  double ratio(Contender one, Contender other, ToDoubleFunction<Trial> quantity) {
    List<Trial> ones = trials.get(one);
    List<Trial> others = trials.get(other);
    double[] ratios = new double[ones.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = quantity.applyAsDouble(ones.get(i)) / quantity.applyAsDouble(others.get(i));
    }
    return median(ratios);
  }

  /** A table in Markdown. */
  String table(String head) {
    Contender mover = trials.keySet().iterator().next();
    StringBuilder text =
        new StringBuilder(
            "\n| %s | files/s | mover is | requests/file | processor ms/file | S3's |\n"
                .formatted(head));
    text.append("|---|--:|--:|--:|--:|--:|\n");
    for (Contender contender : trials.keySet()) {
      text.append(
          "| %s | %s | %s x | %s | %s | %s |\n"
              .formatted(
                  contender.name(),
                  Goal.number(median(contender, Trial::filesPerSecond)),
                  Goal.number(ratio(mover, contender, Trial::filesPerSecond)),
                  Goal.number(median(contender, Trial::requestsPerFile)),
                  Goal.number(median(contender, Trial::processorMillisPerFile)),
                  Goal.number(median(contender, Trial::serverMillisPerFile))));
    }
    return text.toString();
  }

  private static double median(double... numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
