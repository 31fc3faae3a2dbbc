package io.exportctl.collection.ingestion;

import io.exportctl.collection.ingestion.config.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Text of job files for tests. */
public final class JobText {

  private final Map<String, Object> keys = new LinkedHashMap<>();

  /** Begins with a job that keeps every record and tolerates nothing bad. */
  public JobText() {
    keys.put("//", "Rendered by exportctl from datasets/collection/claims.yaml. Do not edit.");
    keys.put("format", 1);
    keys.put("name", "claims");
    keys.put("database", "collections");
    keys.put("warehouse_bucket", "example-warehouse");
    keys.put("collection", "core:claim");
    keys.put("source_bucket", "example-corporate");
    keys.put("source_prefix", "ucfs/{year}/{month}/{day}/core/claim/");
    keys.put("days_before", 1);
    keys.put("file_name_offsets", false);
    keys.put("time_zone", "Europe/London");
    keys.put("catch_up_days", 0);
    keys.put("table", "append");
    keys.put("prefer", "deletes");
    keys.put("buckets", 2);
    keys.put("steps", List.of());
    keys.put("columns", List.of());
    keys.put("redacted", false);
    keys.put("json_lines", false);
    keys.put("bad_records_per_million", 0);
    keys.put("unreadable_files", 0);
    keys.put("recovery_days", 30);
    keys.put("keys", Map.of("kms_key_arns", List.of("arn:aws:kms:eu-west-2:1:key/2")));
    keys.put("region", "eu-west-2");
  }

  /** Sets a key. */
  public JobText with(String key, Object value) {
    keys.put(key, value);
    return this;
  }

  /** Removes a key. */
  public JobText without(String key) {
    keys.remove(key);
    return this;
  }

  /** Adds a typed column. */
  public JobText withColumn(String name, String path, String type, boolean sensitive) {
    List<Object> columns = new java.util.ArrayList<>((List<?>) keys.get("columns"));
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("name", name);
    column.put("path", path);
    column.put("type", type);
    column.put("sensitive", sensitive);
    columns.add(column);
    return with("columns", columns);
  }

  @Override
  public String toString() {
    return Json.indented(keys);
  }
}
