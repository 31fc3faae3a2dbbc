package io.exportctl.collection.ingestion.config;

import io.exportctl.collection.key.KeySettings;
import io.exportctl.collection.record.Column;
import io.exportctl.collection.record.RecordSettings;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Description of one collection's ingestion, as exportctl renders it.
 *
 * @param name of the dataset and of its table
 * @param database Glue database of the table
 * @param warehouseBucket bucket of tables, dead letters and records of runs
 * @param collection database and collection that the records come from, with a colon
 * @param source the bucket and prefix of the files
 * @param daysBefore days by which the folder of an export date's files is earlier
 * @param fileNameOffsets true if a file's name says how many lines it has
 * @param timeZone of export dates
 * @param catchUpDays number of earlier dates that are looked at again
 * @param latest settings of a table with one row an id; empty if the table has every record
 * @param steps names of the steps beyond the standard rules
 * @param redacted true if a second table holds the columns that are not sensitive
 * @param jsonLines true if each date is also published as gzip JSON lines
 * @param limits numbers above which a date is not published
 * @param recoveryDays days for which snapshots, dead letters and replaced files are kept
 * @param keys where data keys are opened
 * @param statusTable DynamoDB table of pipeline states
 * @param region AWS region
 * @param hash SHA-256 in hexadecimal of all settings
 */
public record JobFile(
    String name,
    String database,
    String warehouseBucket,
    String collection,
    Source source,
    int daysBefore,
    boolean fileNameOffsets,
    ZoneId timeZone,
    int catchUpDays,
    Optional<Latest> latest,
    List<String> steps,
    List<Column> columns,
    boolean redacted,
    boolean jsonLines,
    Limits limits,
    int recoveryDays,
    KeySettings keys,
    Optional<String> statusTable,
    String region,
    String hash) {

  /**
   * Place of the encrypted files.
   *
   * @param prefix with {@code {year}}, {@code {month}} and {@code {day}}
   */
  public record Source(String bucket, String prefix) {}

  /**
   * Settings of a latest table.
   *
   * @param buckets number of parts that the table is divided into by id
   */
  public record Latest(Preference prefer, int buckets) {}

  /**
   * Limits of what may be bad in a date that is published.
   *
   * @param badRecordsPerMillion rejected records among a million
   * @param unreadableFiles files that are cut off, corrupt or incomplete
   */
  public record Limits(long badRecordsPerMillion, long unreadableFiles) {}

  public JobFile {
    steps = List.copyOf(steps);
    columns = List.copyOf(columns);
  }

  /** Settings of the function that reads a line. */
  public RecordSettings recordSettings() {
    return new RecordSettings(collection, steps, columns, latest.isPresent());
  }

  /** Returns the same job with other keys. */
  public JobFile withKeys(KeySettings others) {
    return new JobFile(
        name,
        database,
        warehouseBucket,
        collection,
        source,
        daysBefore,
        fileNameOffsets,
        timeZone,
        catchUpDays,
        latest,
        steps,
        columns,
        redacted,
        jsonLines,
        limits,
        recoveryDays,
        others,
        statusTable,
        region,
        hash);
  }
}
