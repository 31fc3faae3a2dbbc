package io.exportctl.landing.format;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Keys of the objects of an extraction, below the dataset's prefix. They fit the patterns of the
 * platform's existing validator.
 *
 * @param database name in the keys, which has at least one {@code _}
 * @param timestamp of the extraction
 */
public record Keys(String database, String timestamp) {

  /** Name that stands for a table in the keys of metadata. */
  static final String TABLE_LIST = "db_and_table_list";

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Returns the keys of an extraction of a dataset. */
  public static Keys of(String dataset, String timestamp) {
    return new Keys(dataset.contains("_") ? dataset : dataset + "_db", timestamp);
  }

  /** Returns a time as extractions are named, such as {@code 20260801010000Z}. */
  public static String timestamp(Instant time) {
    return TIMESTAMP.format(time);
  }

  /** Returns the key of a part file. */
  public String part(String table, int chunk, int part, Compression compression) {
    String file =
        String.format(Locale.ROOT, "%s-%05d-%05d%s", table, chunk, part, compression.extension());
    return key("data", table) + file;
  }

  public String manifest() {
    return key("metadata", TABLE_LIST) + "manifest.json";
  }

  /** Returns the key of the list of tables. */
  public String tableList() {
    return key("metadata", TABLE_LIST) + TABLE_LIST + ".yaml";
  }

  /** Returns the key of the event log. */
  public String events() {
    return key("logs", "events") + "events.jsonl";
  }

  /** Returns the key of the loader's verdict. */
  public String result() {
    return "results/" + timestamp + ".json";
  }

  private String key(String top, String table) {
    return "%s/database_name=%s/table_name=%s/extraction_timestamp=%s/"
        .formatted(top, database, table, timestamp);
  }
}
