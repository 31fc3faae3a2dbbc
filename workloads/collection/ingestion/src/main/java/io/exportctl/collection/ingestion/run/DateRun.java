package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.source.Manifest;
import io.exportctl.collection.ingestion.source.SourceReadException;
import io.exportctl.collection.ingestion.table.DeadLetters;
import io.exportctl.collection.ingestion.table.TableLayout;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The run of one export date: staged on a branch, judged, published at once. Each step may be
 * repeated, so that a run that crashed is put right by running the date again.
 */
final class DateRun {

  private static final int LISTINGS = 3;

  private final RunContext context;
  private final KeyUses keys;
  private final LocalDate date;
  private final String run;
  private final Instant started;
  private final StagingJob job;

  /**
   * @param keys uses of the process's earlier dates
   * @param run name of the run if it reads the files
   */
  DateRun(RunContext context, KeyUses keys, LocalDate date, String run) {
    this.context = context;
    this.keys = keys;
    this.date = date;
    this.run = run;
    this.started = context.clock().instant();
    this.job = new StagingJob(context, date, run);
  }

  /**
   * Runs the date.
   *
   * @param force true to read the files even if nothing changed
   * @return the record of the run, completed or without anything new
   * @throws IngestionException if the date is not published; the record says so, where it can be
   *     written
   */
  RunRecord run(boolean force) {
    RunRecord record = record("");
    try {
      for (int listing = 1; listing <= LISTINGS; listing++) {
        Manifest manifest = context.listing().list(date);
        record = record(manifest.digest());
        checkFiles(manifest);
        reached(RunStep.LISTED);
        Optional<RunRecord> known = force ? Optional.empty() : withoutReading(record);
        if (known.isPresent()) {
          return known.orElseThrow();
        }
        Optional<Totals> totals = stage(record, manifest);
        if (totals.isPresent()) {
          record = record.with(RunState.IN_PROGRESS, totals.orElseThrow(), elapsed());
          judge(record.totals());
          return new Publication(context, record).publish();
        }
      }
      throw IngestionException.failed(
          "source-changing",
          "the files of %s changed %d times while they were read; run it again when they have arrived"
              .formatted(date, LISTINGS));
    } catch (IngestionException e) {
      throw fail(record, e);
    } catch (Exception e) {
      // Spark's Scala code throws checked exceptions that its methods do not declare.
      throw fail(record, Failures.of(e));
    }
  }

  private RunRecord record(String manifest) {
    return new RunRecord(
        run,
        context.job().name(),
        date,
        RunState.IN_PROGRESS,
        Optional.empty(),
        started,
        Duration.ZERO,
        manifest,
        context.job().hash(),
        Totals.NONE,
        Map.of());
  }

  private void checkFiles(Manifest manifest) {
    if (manifest.files().isEmpty()) {
      throw IngestionException.failed(
          "no-source-files",
          "there are no files for %s below '%s/%s'; the catch-up of the next days looks again"
              .formatted(date, context.listing().root(), context.listing().prefix(date)));
    }
  }

  /** Returns the end of a run that need not read the files, as an earlier one has done so. */
  private Optional<RunRecord> withoutReading(RunRecord record) {
    Optional<RunRecord> newest =
        context.log().newest(date).filter(it -> it.isOf(record.manifest(), context.job().hash()));
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    RunRecord earlier = newest.orElseThrow();
    if (earlier.state() == RunState.COMPLETED) {
      RunRecord nothing = record.with(RunState.NOTHING_NEW, Totals.NONE, elapsed());
      context.log().write(nothing);
      return Optional.of(nothing);
    }
    boolean isPublished =
        earlier.state() == RunState.IN_PROGRESS && new Publication(context, earlier).isPublished();
    return isPublished ? Optional.of(new Publication(context, earlier).finish()) : Optional.empty();
  }

  /** Returns the counts of the rows on the branch; empty if the files changed meanwhile. */
  private Optional<Totals> stage(RunRecord record, Manifest manifest) {
    new TableLayout(context.warehouse(), context.job()).prepare();
    long late = lateFiles(manifest);
    context.log().write(record);
    reached(RunStep.STARTED);
    Map<Integer, GroupTally> tallies;
    try {
      tallies = job.stage(manifest);
    } catch (SourceReadException e) {
      if (isUnchanged(manifest)) {
        throw IngestionException.failed(
            "source-unavailable", e.getMessage() + "; run it again when it can be read", e);
      }
      return Optional.empty();
    }
    reached(RunStep.STAGED);
    Map<String, Long> uses = keys.since(tallies.values());
    if (!isUnchanged(manifest)) {
      return Optional.empty();
    }
    reached(RunStep.UNCHANGED);
    return Optional.of(Totals.of(tallies, uses, letters(), late));
  }

  private boolean isUnchanged(Manifest manifest) {
    return context.listing().list(date).digest().equals(manifest.digest());
  }

  /** Number of files that were not there when the date was published before. */
  private long lateFiles(Manifest manifest) {
    Optional<RunRecord> before = context.log().newestCompleted(date);
    if (before.isEmpty()) {
      return 0;
    }
    Set<String> known = new HashSet<>();
    before.orElseThrow().totals().files().forEach(it -> known.add(it.name()));
    return manifest.files().stream().filter(it -> !known.contains(it.name())).count();
  }

  private void judge(Totals totals) {
    String letters = context.store().uri(letters()) + "/";
    Optional<IngestionException> verdict =
        Threshold.judge(totals, context.job().limits(), date, letters);
    if (verdict.isPresent()) {
      throw verdict.orElseThrow();
    }
    reached(RunStep.JUDGED);
  }

  private IngestionException fail(RunRecord record, IngestionException failure) {
    try {
      job.staging().drop();
      context.log().write(record.failed(failure.reason(), failure.getMessage(), elapsed()));
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  private String letters() {
    return DeadLetters.folder(context.job().name(), date, run);
  }

  private Duration elapsed() {
    return Duration.between(started, context.clock().instant());
  }

  private void reached(RunStep step) {
    context.observer().reached(date, step);
  }
}
