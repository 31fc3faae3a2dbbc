package io.exportctl.collection.ingestion.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Record of a run of one date.
 *
 * @param run name of the run; names sort by time
 * @param failure reason and sentence, if the run failed
 * @param manifest digest of the files as they were listed
 * @param job digest of the job file
 * @param snapshots ids of the tables' snapshots after the run, by table
 */
public record RunRecord(
    String run,
    String dataset,
    LocalDate exportDate,
    RunState state,
    Optional<Failure> failure,
    Instant started,
    Duration duration,
    String manifest,
    String job,
    Totals totals,
    Map<String, Long> snapshots) {

  /**
   * Cause of a failed run.
   *
   * @param reason in kebab case
   * @param message a sentence for a person
   */
  public record Failure(String reason, String message) {}

  /** Returns true if the run read the same files by the same job. */
  boolean isOf(String otherManifest, String otherJob) {
    return manifest.equals(otherManifest) && job.equals(otherJob);
  }

  RunRecord with(RunState newState, Totals newTotals, Duration newDuration) {
    return new RunRecord(
        run,
        dataset,
        exportDate,
        newState,
        failure,
        started,
        newDuration,
        manifest,
        job,
        newTotals,
        snapshots);
  }

  RunRecord completed(Map<String, Long> newSnapshots, Duration newDuration) {
    return new RunRecord(
        run,
        dataset,
        exportDate,
        RunState.COMPLETED,
        failure,
        started,
        newDuration,
        manifest,
        job,
        totals,
        newSnapshots);
  }

  RunRecord failed(String reason, String message, Duration newDuration) {
    return new RunRecord(
        run,
        dataset,
        exportDate,
        RunState.FAILED,
        Optional.of(new Failure(reason, message)),
        started,
        newDuration,
        manifest,
        job,
        totals,
        snapshots);
  }
}
