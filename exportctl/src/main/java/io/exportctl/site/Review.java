package io.exportctl.site;

import io.exportctl.rule.ReviewDate;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Day by which somebody asks whether a dataset is still needed.
 *
 * @param day the day as the file has it
 * @param state {@code overdue} or {@code due}; empty for a day that is far, or if today is unknown
 */
public record Review(String day, Optional<String> state) {

  static Review of(String day, Optional<LocalDate> today) {
    return new Review(day, today.flatMap(now -> state(day, now)));
  }

  private static Optional<String> state(String day, LocalDate today) {
    try {
      LocalDate date = LocalDate.parse(day);
      if (date.isBefore(today)) {
        return Optional.of("overdue");
      }
      return date.isAfter(today.plusDays(ReviewDate.DAYS_AHEAD))
          ? Optional.empty()
          : Optional.of("due");
    } catch (DateTimeParseException e) {
      // A team's own schema may allow other texts.
      return Optional.empty();
    }
  }
}
