package io.exportctl.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** Metrics of CloudWatch in the namespace {@code exportctl}. */
public final class Metrics {

  private static final String NAMESPACE = "exportctl";

  /** Number of metrics that CloudWatch takes in a call. */
  private static final int BATCH = 500;

  private final CloudWatchClient cloudWatch;

  Metrics(CloudWatchClient cloudWatch) {
    this.cloudWatch = cloudWatch;
  }

  /** A metric of a dataset. */
  public record Metric(String dataset, String name) {}

  /**
   * Values of a metric in a period of time.
   *
   * @param highest the greatest of the periods' values
   * @param latest value of the newest period that has one
   * @param newest beginning of the newest period whose value is above 0
   */
  public record Values(double highest, double latest, Optional<Instant> newest) {}

  /**
   * Returns the values of metrics that have any.
   *
   * @param statistic of CloudWatch, such as {@code Sum}
   * @param period each of which has one value
   */
  public Answer<Map<Metric, Values>> read(
      List<Metric> metrics, String statistic, Instant from, Instant to, Duration period) {
    return Calls.ask(
        "cloudwatch:GetMetricData",
        () -> {
          Map<Metric, Values> values = new HashMap<>();
          for (int start = 0; start < metrics.size(); start += BATCH) {
            List<Metric> batch = metrics.subList(start, Math.min(start + BATCH, metrics.size()));
            points(batch, statistic, from, to, period)
                .forEach(
                    (metric, points) ->
                        values(points).ifPresent(found -> values.put(metric, found)));
          }
          return values;
        });
  }

  /** Returns the points of metrics, whose pages may each have some of a metric. */
  private Map<Metric, NavigableMap<Instant, Double>> points(
      List<Metric> metrics, String statistic, Instant from, Instant to, Duration period) {
    List<MetricDataQuery> queries = new ArrayList<>();
    metrics.forEach(metric -> queries.add(query(queries.size(), metric, statistic, period)));
    Map<Metric, NavigableMap<Instant, Double>> points = new HashMap<>();
    for (MetricDataResult result :
        cloudWatch
            .getMetricDataPaginator(
                request -> request.metricDataQueries(queries).startTime(from).endTime(to))
            .metricDataResults()) {
      Metric metric = metrics.get(Integer.parseInt(result.id().substring(1)));
      NavigableMap<Instant, Double> its = points.computeIfAbsent(metric, it -> new TreeMap<>());
      for (int i = 0; i < result.values().size(); i++) {
        its.put(result.timestamps().get(i), result.values().get(i));
      }
    }
    return points;
  }

  private static MetricDataQuery query(
      int index, Metric metric, String statistic, Duration period) {
    return MetricDataQuery.builder()
        .id("m" + index)
        .metricStat(
            stat ->
                stat.period((int) period.toSeconds())
                    .stat(statistic)
                    .metric(
                        it ->
                            it.namespace(NAMESPACE)
                                .metricName(metric.name())
                                .dimensions(
                                    Dimension.builder()
                                        .name("dataset")
                                        .value(metric.dataset())
                                        .build())))
        .build();
  }

  private static Optional<Values> values(NavigableMap<Instant, Double> points) {
    if (points.isEmpty()) {
      return Optional.empty();
    }
    double highest = points.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    Optional<Instant> newest =
        points.entrySet().stream()
            .filter(point -> point.getValue() > 0)
            .map(Map.Entry::getKey)
            .max(Comparator.naturalOrder());
    return Optional.of(new Values(highest, points.get(points.lastKey()), newest));
  }
}
