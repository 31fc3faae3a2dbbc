package io.exportctl.collection.ingestion.cli;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.run.RunPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Options that say which export dates are wanted. */
final class DateOptions {

  @Option(names = "--date", paramLabel = "DATE", description = "An export date: 2026-11-19.")
  private Optional<LocalDate> date = Optional.empty();

  @Option(names = "--from", paramLabel = "DATE", description = "The first of several dates.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DATE", description = "The last of several dates.")
  private Optional<LocalDate> to = Optional.empty();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "A scheduled time, such as 2026-11-19T09:30:00Z, whose date is wanted.")
  private Optional<Instant> at = Optional.empty();

  /**
   * Checks that the options say one thing.
   *
   * @param mayBeMissing true if the command has something to do without a date
   * @throws IngestionException if they do not
   */
  void check(boolean mayBeMissing) {
    long ways = Stream.of(date, from, at).filter(Optional::isPresent).count();
    if (from.isPresent() != to.isPresent()) {
      throw IngestionException.usage("'--from' and '--to' go together; give both");
    }
    if (ways > 1) {
      throw IngestionException.usage("give one of '--date', '--from' with '--to', and '--at'");
    }
    if (ways == 0 && !mayBeMissing) {
      throw IngestionException.usage("no date is given; add '--date', or '--from' and '--to'");
    }
    if (from.isPresent() && from.orElseThrow().isAfter(to.orElseThrow())) {
      throw IngestionException.usage("'--from' is after '--to'; exchange them");
    }
  }

  /** Returns the dates; empty if none is given. */
  Optional<RunPlan> plan(JobFile job) {
    Optional<LocalDate> single = date.or(() -> at.map(it -> RunPlan.date(it, job.timeZone())));
    Optional<LocalDate> first = from.or(() -> single);
    return first.map(it -> RunPlan.of(it, to.or(() -> single).orElseThrow(), job.catchUpDays()));
  }
}
