package io.exportctl.landing.loader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines of the function's log: one JSON object each, in ASCII. No value of a row is in them. */
final class Log {

  private static final JSON JSON_ASCII =
      JSON.builder(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build()).build();

  private Log() {}

  /** Renders a verdict with its metrics, in CloudWatch's embedded metric format. */
  static String verdict(String dataset, String timestamp, Verdict verdict, Instant now) {
    Map<String, Long> metrics = new LinkedHashMap<>();
    metrics.put("published", verdict.isPublished() ? 1L : 0L);
    metrics.put("refused", verdict.isPublished() ? 0L : 1L);
    metrics.put("rows", verdict.rows());
    metrics.put(
        "nulled",
        verdict.nulled().values().stream()
            .flatMap(it -> it.values().stream())
            .mapToLong(Long::longValue)
            .sum());
    Map<String, Object> line = metrics(dataset, metrics, now);
    line.put("extraction", timestamp);
    line.put("verdict", read(verdict.json()));
    return write(line);
  }

  /**
   * Renders the findings of a sweep as metrics; {@code age} is missing before anything is
   * published.
   */
  static String sweep(String dataset, Sweep.Findings findings, Instant now) {
    Map<String, Long> metrics = new LinkedHashMap<>();
    metrics.put("unfinished", (long) findings.unfinished().size());
    metrics.put("unclaimed", findings.unclaimed());
    findings.ageSeconds().ifPresent(age -> metrics.put("age", age));
    return write(metrics(dataset, metrics, now));
  }

  private static Map<String, Object> metrics(
      String dataset, Map<String, Long> values, Instant now) {
    List<Map<String, String>> names = new ArrayList<>();
    values.keySet().forEach(name -> names.add(Map.of("Name", name)));
    Map<String, Object> directive = new LinkedHashMap<>();
    directive.put("Namespace", "exportctl");
    directive.put("Dimensions", List.of(List.of("dataset")));
    directive.put("Metrics", names);
    Map<String, Object> aws = new LinkedHashMap<>();
    aws.put("Timestamp", now.toEpochMilli());
    aws.put("CloudWatchMetrics", List.of(directive));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("_aws", aws);
    line.put("dataset", dataset);
    line.putAll(values);
    return line;
  }

  static String deleted(String dataset, Retention.Deleted deleted) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("dataset", dataset);
    line.put("action", "deleted");
    line.put("partitions", deleted.partitions());
    line.put("tables", deleted.tables());
    line.put("objects", deleted.objects());
    return write(line);
  }

  static String failure(String dataset, String reason) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("dataset", dataset);
    line.put("action", "failed");
    line.put("reason", reason);
    return write(line);
  }

  /** Renders the answer that names the messages which the queue must keep. */
  static String answer(List<String> failed) {
    return write(
        Map.of(
            "batchItemFailures", failed.stream().map(id -> Map.of("itemIdentifier", id)).toList()));
  }

  private static Object read(byte[] json) {
    try {
      return JSON.std.mapFrom(new String(json, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String write(Map<String, ?> object) {
    try {
      return JSON_ASCII.asString(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
