package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.config.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metrics of a date as a line of CloudWatch's embedded metric format. */
public final class Metrics {

  private static final String NAMESPACE = "exportctl";
  private static final String DIMENSION = "dataset";
  private static final List<String> COUNTS =
      List.of(
          "records_read",
          "records_written",
          "records_rejected",
          "files_unreadable",
          "late_files",
          "key_requests",
          "key_hits",
          "key_retries",
          "column_mismatches");

  private Metrics() {}

  /** Returns the line of a date that is published. */
  public static String completed(RunRecord record, Instant now) {
    Map<String, Long> values = new LinkedHashMap<>();
    values.put("completed", 1L);
    values.put("failed", 0L);
    COUNTS.forEach(it -> values.put(it, record.totals().count(it)));
    values.put("run_seconds", record.duration().toSeconds());
    return line(record.dataset(), values, now);
  }

  /** Returns the line of a date that is not published. */
  public static String failed(String dataset, Instant now) {
    Map<String, Long> values = new LinkedHashMap<>();
    values.put("completed", 0L);
    values.put("failed", 1L);
    return line(dataset, values, now);
  }

  private static String line(String dataset, Map<String, Long> values, Instant now) {
    Map<String, Object> directive = new LinkedHashMap<>();
    directive.put("Namespace", NAMESPACE);
    directive.put("Dimensions", List.of(List.of(DIMENSION)));
    directive.put("Metrics", values.keySet().stream().map(Metrics::metric).toList());
    Map<String, Object> aws = new LinkedHashMap<>();
    aws.put("Timestamp", now.toEpochMilli());
    aws.put("CloudWatchMetrics", List.of(directive));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("_aws", aws);
    line.put(DIMENSION, dataset);
    line.putAll(values);
    return Json.line(line);
  }

  private static Map<String, String> metric(String name) {
    Map<String, String> metric = new LinkedHashMap<>();
    metric.put("Name", name);
    metric.put("Unit", name.equals("run_seconds") ? "Seconds" : "Count");
    return metric;
  }
}
