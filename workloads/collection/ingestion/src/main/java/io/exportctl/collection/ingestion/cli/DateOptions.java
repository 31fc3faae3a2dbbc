package io.exportctl.collection.ingestion.cli;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.run.RunPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say which export dates are wanted. */
final class DateOptions {

  @Option(
      names = "--date",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "An export date: 2026-11-19.")
  private Optional<LocalDate> date = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "The first of several dates.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "The last of several dates.")
  private Optional<LocalDate> to = Optional.empty();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "A scheduled time, such as 2026-11-19T09:30:00Z, whose date is wanted.")
  private Optional<Instant> at = Optional.empty();

  /** Reads a date of the calendar. */
  static final class DateConverter implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("'%s' is not a date, such as 2026-11-19".formatted(text));
      }
    }
  }

  /** Reads a time in UTC or with its offset. */
  static final class InstantConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'%s' is not a time, such as 2026-11-19T09:30:00Z".formatted(text));
      }
    }
  }

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
