package io.exportctl.collection.ingestion.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * The export dates of one command.
 *
 * @param wanted dates that must be published, in order
 * @param catchUp earlier dates whose files may have changed, in order
 */
public record RunPlan(List<LocalDate> wanted, List<LocalDate> catchUp) {

  public RunPlan {
    wanted = List.copyOf(wanted);
    catchUp = List.copyOf(catchUp);
  }

  /**
   * Plans dates, and those before the first.
   *
   * @param last the last date, which is included
   */
  public static RunPlan of(LocalDate first, LocalDate last, int catchUpDays) {
    return new RunPlan(
        Stream.iterate(first, it -> !it.isAfter(last), it -> it.plusDays(1)).toList(),
        Stream.iterate(first.minusDays(catchUpDays), it -> it.isBefore(first), it -> it.plusDays(1))
            .toList());
  }

  /** Returns the export date of a scheduled time. */
  public static LocalDate date(Instant scheduled, ZoneId zone) {
    return LocalDate.ofInstant(scheduled, zone);
  }
}
