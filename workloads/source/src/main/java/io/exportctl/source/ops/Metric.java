package io.exportctl.source.ops;

import io.exportctl.source.text.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value that the alarms of {@code terraform/modules/source} and {@code source_platform} read.
 *
 * @param dataset its dimension
 * @param inAll true if the value also counts for all datasets together
 * @param unit of CloudWatch
 */
public record Metric(String name, String unit, boolean inAll, String dataset, long value) {

  /** Namespace of all metrics. */
  public static final String NAMESPACE = "exportctl";

  private static final String DIMENSION = "dataset";

  /** Counts a load or a fetch that failed. */
  public static Metric failedLoad(String dataset) {
    return new Metric("failed_loads", "Count", true, dataset, 1);
  }

  /** Age of the newest good load of a dataset. */
  public static Metric secondsSinceGoodLoad(String dataset, long seconds) {
    return new Metric("seconds_since_good_load", "Seconds", false, dataset, seconds);
  }

  /** Returns a line of CloudWatch's embedded metric format. */
  String line(Instant now) {
    Map<String, Object> directive = new LinkedHashMap<>();
    directive.put("Namespace", NAMESPACE);
    directive.put(
        "Dimensions", inAll ? List.of(List.of(), List.of(DIMENSION)) : List.of(List.of(DIMENSION)));
    directive.put("Metrics", List.of(metric()));
    Map<String, Object> aws = new LinkedHashMap<>();
    aws.put("Timestamp", now.toEpochMilli());
    aws.put("CloudWatchMetrics", List.of(directive));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("_aws", aws);
    line.put(DIMENSION, dataset);
    line.put(name, value);
    return Json.write(line);
  }

  private Map<String, Object> metric() {
    Map<String, Object> metric = new LinkedHashMap<>();
    metric.put("Name", name);
    metric.put("Unit", unit);
    return metric;
  }
}
