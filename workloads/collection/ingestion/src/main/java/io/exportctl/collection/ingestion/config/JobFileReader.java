package io.exportctl.collection.ingestion.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exportctl.collection.key.HttpKeySettings;
import io.exportctl.collection.key.IdentitySource;
import io.exportctl.collection.key.KeySettings;
import io.exportctl.collection.key.KmsKeySettings;
import io.exportctl.collection.record.Column;
import io.exportctl.collection.record.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads job files. */
public final class JobFileReader {

  private static final int FORMAT = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,52}");
  private static final Pattern DATABASE = Pattern.compile("[a-z][a-z0-9_]{0,127}");
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern COLLECTION = Pattern.compile("[^:\\p{Cntrl}]+:[^:\\p{Cntrl}]+");
  private static final Pattern TEXT = Pattern.compile("\\P{Cntrl}+");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?!(?:year|month|day)})[^/]*");

  private JobFileReader() {}

  /**
   * Reads a job.
   *
   * @param place where the text comes from, for messages
   * @param text JSON
   * @param run name of this run, which the key service logs
   * @throws IngestionException if a key is unknown, missing or wrong, or the format is newer
   */
  public static JobFile read(String place, String text, String run) {
    JsonNode node = parse(place, text);
    if (!(node instanceof ObjectNode object)) {
      throw IngestionException.failed(
          "job-file", place + ": the job file is not one JSON object; render it again");
    }
    object.remove("//");
    JobFields fields = new JobFields(place, "", object);
    checkFormat(place, fields);
    String hash = Digests.sha256(canonical(object));
    Optional<JobFile.Latest> latest = latest(fields);
    JobFile job =
        new JobFile(
            fields.text("name", NAME),
            fields.text("database", DATABASE),
            fields.text("warehouse_bucket", BUCKET),
            fields.text("collection", COLLECTION),
            new JobFile.Source(fields.text("source_bucket", BUCKET), prefix(fields)),
            fields.integer("days_before", 0, 366),
            fields.bool("file_name_offsets"),
            fields.zone("time_zone"),
            fields.integer("catch_up_days", 0, 31),
            latest,
            fields.texts("steps"),
            columns(fields),
            fields.bool("redacted"),
            fields.bool("json_lines"),
            new JobFile.Limits(
                fields.integer("bad_records_per_million", 0, 1_000_000),
                fields.integer("unreadable_files", 0, Integer.MAX_VALUE)),
            fields.integer("recovery_days", 1, 3650),
            keys(fields, run),
            fields.optionalText("status_table", TEXT),
            fields.text("region", TEXT),
            hash);
    fields.refuseOthers();
    return job;
  }

  private static JsonNode parse(String place, String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
      throw IngestionException.failed(
          "job-file", place + line + ": the job file is not valid JSON; render it again", e);
    }
  }

  private static void checkFormat(String place, JobFields fields) {
    int format = fields.integer("format", 1, Integer.MAX_VALUE);
    if (format > FORMAT) {
      throw IngestionException.failed(
          "job-file",
          "%s: the job file has format %d, and this program reads only %d; deploy the program that came with the newer exportctl"
              .formatted(place, format, FORMAT));
    }
  }

  private static Optional<JobFile.Latest> latest(JobFields fields) {
    Preference preference = fields.choice("prefer", Preference.values());
    int buckets = fields.integer("buckets", 1, 4096);
    return fields.choice("table", TableKind.values()) == TableKind.LATEST
        ? Optional.of(new JobFile.Latest(preference, buckets))
        : Optional.empty();
  }

  private static String prefix(JobFields fields) {
    String prefix = fields.text("source_prefix", TEXT);
    if (PLACEHOLDER.matcher(prefix).find()) {
      throw fields.wrong("source_prefix", "has a placeholder other than {year}, {month} and {day}");
    }
    if (List.of(prefix.split("/", -1)).contains("..")) {
      throw fields.wrong("source_prefix", "leads out of its bucket");
    }
    return prefix;
  }

  private static List<Column> columns(JobFields fields) {
    List<Column> columns = new ArrayList<>();
    for (JobFields column : fields.objects("columns")) {
      String type = column.text("type", TEXT);
      columns.add(
          new Column(
              column.text("name", DATABASE),
              column.text("path", TEXT),
              ColumnType.find(type)
                  .orElseThrow(() -> column.wrong("type", "is not a type of columns: " + type)),
              column.bool("sensitive")));
      column.refuseOthers();
    }
    return columns;
  }

  private static KeySettings keys(JobFields fields, String run) {
    JobFields keys = fields.object("keys");
    KeySettings settings =
        keys.has("kms_key_arns")
            ? new KmsKeySettings(keys.texts("kms_key_arns"))
            : new HttpKeySettings(
                keys.uri("key_service_url"),
                new IdentitySource.Secret(keys.text("key_service_secret_arn", TEXT)),
                run);
    keys.refuseOthers();
    return settings;
  }

  private static String canonical(ObjectNode object) {
    try {
      // As a map with sorted names, so that the order of keys in the file does not matter.
      return JSON.writer()
          .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .writeValueAsString(JSON.convertValue(object, Map.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private enum TableKind {
    APPEND,
    LATEST
  }
}
