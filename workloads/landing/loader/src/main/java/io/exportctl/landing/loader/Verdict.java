package io.exportctl.landing.loader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Result of an extraction, which the service may read.
 *
 * @param reasons for which it was refused; empty if it was published
 * @param nulled numbers of values that Parquet cannot hold, by table and column
 * @param changedTables tables whose shape is not the one that was published before
 */
record Verdict(
    List<Reason> reasons,
    int tables,
    long rows,
    Map<String, Map<String, Long>> nulled,
    List<String> changedTables) {

  private static final int MAX_REASONS = 100;
  private static final JsonFactory JSON = new JsonFactory();

  Verdict {
    reasons = List.copyOf(reasons);
    nulled = new TreeMap<>(nulled);
    changedTables = List.copyOf(changedTables);
  }

  static Verdict refused(List<Reason> reasons) {
    return new Verdict(reasons, 0, 0, Map.of(), List.of());
  }

  boolean isPublished() {
    return reasons.isEmpty();
  }

  /** Renders the verdict as JSON in UTF-8, with the first hundred reasons. */
  byte[] json() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("status", isPublished() ? "published" : "refused");
      json.writeArrayFieldStart("reasons");
      for (Reason reason : reasons.subList(0, Math.min(reasons.size(), MAX_REASONS))) {
        write(json, reason);
      }
      json.writeEndArray();
      json.writeNumberField("tables", tables);
      json.writeNumberField("rows", rows);
      json.writeArrayFieldStart("nulled");
      for (Map.Entry<String, Map<String, Long>> table : nulled.entrySet()) {
        for (Map.Entry<String, Long> column : new TreeMap<>(table.getValue()).entrySet()) {
          json.writeStartObject();
          json.writeStringField("table", table.getKey());
          json.writeStringField("column", column.getKey());
          json.writeNumberField("count", column.getValue());
          json.writeEndObject();
        }
      }
      json.writeEndArray();
      json.writeArrayFieldStart("schemaChanges");
      for (String table : changedTables) {
        json.writeString(table);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, Reason reason) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", reason.id().text());
    if (reason.table().isPresent()) {
      json.writeStringField("table", reason.table().get());
    }
    if (reason.column().isPresent()) {
      json.writeStringField("column", reason.column().get());
    }
    json.writeStringField("detail", reason.detail());
    json.writeEndObject();
  }
}
