package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.store.StoredFile;
import io.exportctl.collection.ingestion.table.DeadLetters;
import io.exportctl.collection.ingestion.table.JsonLines;
import io.exportctl.collection.ingestion.table.Merge;
import io.exportctl.collection.ingestion.table.Redaction;
import io.exportctl.collection.ingestion.table.Staging;
import io.exportctl.collection.ingestion.table.Tables;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The end of a run, from its staged rows to its completed record. */
final class Publication {

  private final RunContext context;
  private final RunRecord record;
  private final Tables tables;
  private final Staging staging;

  /**
   * @param record of the run, with its counts
   */
  Publication(RunContext context, RunRecord record) {
    this.context = context;
    this.record = record;
    this.tables = Tables.of(context.job());
    this.staging =
        new Staging(context.warehouse(), tables.records(), record.exportDate(), record.run());
  }

  /** Returns true if the run's rows are in the table already. */
  boolean isPublished() {
    return context.warehouse().exists(tables.records()) && staging.isPublished();
  }

  /** Publishes the rows of the branch, then does the rest. */
  RunRecord publish() {
    // With its counts, so that another process can go on after a crash.
    context.log().write(record);
    Map<String, String> summary = new TreeMap<>();
    summary.put("exportctl.export-date", record.exportDate().toString());
    summary.put("exportctl.job", record.job());
    summary.put("exportctl.manifest", record.manifest());
    record
        .totals()
        .counts()
        .forEach((name, count) -> summary.put("exportctl." + name, count.toString()));
    staging.publish(summary);
    reached(RunStep.PUBLISHED);
    return finish();
  }

  /** Does what follows the publication; may be repeated. */
  RunRecord finish() {
    LocalDate date = record.exportDate();
    staging.drop();
    reached(RunStep.BRANCH_DROPPED);
    if (context.job().latest().isPresent()) {
      new Merge(context.warehouse(), context.job()).merge(date);
      reached(RunStep.MERGED);
    }
    if (context.job().redacted()) {
      new Redaction(context.warehouse(), context.job()).copy(date);
      reached(RunStep.REDACTED);
    }
    try {
      if (context.job().jsonLines()) {
        new JsonLines(context.warehouse(), context.store(), context.job())
            .publish(date, record.run());
        reached(RunStep.JSON_LINES_WRITTEN);
      }
      deleteOtherLetters();
    } catch (IOException e) {
      throw IngestionException.failed(
          "warehouse-unavailable",
          "%s is published, but files beside the table cannot be written (%s); run it again"
              .formatted(date, e.getClass().getSimpleName()),
          e);
    }
    reached(RunStep.LETTERS_CLEANED);
    RunRecord completed = record.completed(snapshots(), elapsed());
    context.log().write(completed);
    reached(RunStep.COMPLETED);
    return completed;
  }

  /** Deletes dead letters of tasks that were tried again. */
  private void deleteOtherLetters() throws IOException {
    String folder = DeadLetters.folder(context.job().name(), record.exportDate(), record.run());
    for (StoredFile file : context.store().list(folder)) {
      if (!record.totals().letters().contains(file.path())) {
        context.store().delete(file.path());
      }
    }
  }

  private Map<String, Long> snapshots() {
    Map<String, Long> snapshots = new TreeMap<>();
    for (String table : tables.withRows()) {
      context.warehouse().snapshot(table).ifPresent(it -> snapshots.put(table, it));
    }
    return snapshots;
  }

  private Duration elapsed() {
    return Duration.between(record.started(), context.clock().instant());
  }

  private void reached(RunStep step) {
    context.observer().reached(record.exportDate(), step);
  }
}
