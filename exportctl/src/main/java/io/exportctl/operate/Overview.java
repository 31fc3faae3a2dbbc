package io.exportctl.operate;

import io.exportctl.aws.Alarms.Alarm;
import io.exportctl.aws.Answer;
import io.exportctl.aws.Aws;
import io.exportctl.aws.Metrics.Metric;
import io.exportctl.aws.Metrics.Values;
import io.exportctl.aws.Roles.Role;
import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.Operation;
import io.exportctl.dataset.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers of AWS about all datasets at once.
 *
 * @param deliveries sums for each hour of two weeks
 * @param failures sums for each hour, of the last
 * @param ages greatest values of each hour, of the last three
 */
record Overview(
    Answer<Set<Role>> roles,
    Answer<Map<String, Alarm>> alarms,
    Answer<Map<Metric, Values>> deliveries,
    Answer<Map<Metric, Values>> failures,
    Answer<Map<Metric, Values>> ages) {

  private static final Duration PERIOD = Duration.ofHours(1);
  private static final Duration DELIVERED = Duration.ofDays(14);
  private static final Duration RECENT = Duration.ofHours(3);

  static Overview read(Aws aws, Map<Dataset, Operation> operations, Instant now) {
    List<String> alarms =
        operations.values().stream().flatMap(operation -> operation.alarms().stream()).toList();
    return new Overview(
        aws.roles().all(),
        aws.alarms().find(alarms),
        sums(aws, metrics(operations, Signal.DELIVERIES), now, DELIVERED),
        sums(aws, metrics(operations, Signal.FAILURES), now, PERIOD),
        aws.metrics()
            .read(
                metrics(operations, Signal.OLDEST_AGE, Signal.DELIVERY_AGE),
                "Maximum",
                now.minus(RECENT),
                now,
                PERIOD));
  }

  private static Answer<Map<Metric, Values>> sums(
      Aws aws, List<Metric> metrics, Instant now, Duration back) {
    return aws.metrics().read(metrics, "Sum", now.minus(back), now, PERIOD);
  }

  private static List<Metric> metrics(Map<Dataset, Operation> operations, Signal... signals) {
    List<Metric> metrics = new ArrayList<>();
    operations.forEach(
        (dataset, operation) -> {
          for (Signal signal : signals) {
            metric(dataset, operation, signal).ifPresent(metrics::add);
          }
        });
    return metrics;
  }

  private static Optional<Metric> metric(Dataset dataset, Operation operation, Signal signal) {
    return Optional.ofNullable(operation.metrics().get(signal))
        .map(name -> new Metric(dataset.name(), name));
  }

  /** Returns the values of a dataset's metric; none if the dataset has no such metric. */
  Cell<Values> values(Dataset dataset, Operation operation, Signal signal) {
    Answer<Map<Metric, Values>> of =
        switch (signal) {
          case DELIVERIES -> deliveries;
          case FAILURES -> failures;
          case OLDEST_AGE, DELIVERY_AGE -> ages;
        };
    return metric(dataset, operation, signal)
        .map(metric -> Cell.from(of.map(all -> Optional.ofNullable(all.get(metric)))))
        .orElseGet(Cell::none);
  }
}
