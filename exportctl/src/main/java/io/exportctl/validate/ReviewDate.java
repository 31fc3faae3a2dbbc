package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** An export that nobody has looked at for long may be one that nobody needs any more. */
final class ReviewDate implements Rule {

  /** Enough to find out who would answer for it. */
  private static final long DAYS_AHEAD = 60;

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    return workspace
        .values("review_by")
        .flatMap(
            date ->
                parse(date.text()).stream().flatMap(day -> check(date, workspace.today(), day)));
  }

  /** Empty for any other text: a team's own schema may take more than ours. */
  private static Optional<LocalDate> parse(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Stream<Diagnostic> check(Checked.Value date, LocalDate today, LocalDate day) {
    long days = ChronoUnit.DAYS.between(today, day);
    if (days < 0) {
      return Stream.of(
          date.diagnose(
                  RuleId.REVIEW_OVERDUE,
                  "the review was due " + count(-days) + " ago, expected a date to come")
              .withHelp(
                  "ask whether the export is still needed; then write the next date, or end it"));
    }
    if (days <= DAYS_AHEAD) {
      return Stream.of(
          date.diagnose(
                  RuleId.REVIEW_DUE,
                  "the review is due " + (days == 0 ? "today" : "in " + count(days)))
              .withHelp("ask whether the export is still needed, and write the next date"));
    }
    return Stream.empty();
  }

  private static String count(long days) {
    return days + (days == 1 ? " day" : " days");
  }
}
