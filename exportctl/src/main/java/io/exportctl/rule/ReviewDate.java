package io.exportctl.rule;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.text.Quantity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports a review that is due: a dataset that is never reviewed may no longer be needed. */
public final class ReviewDate implements FileRule {

  /** Days before the review from which it is announced: time to find the owner. */
  public static final long DAYS_AHEAD = 60;

  /** Years within which a review makes sense; a later date is a slip, or stands for "never". */
  private static final long YEARS_AHEAD = 10;

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.REVIEW_DUE, RuleId.REVIEW_OVERDUE, RuleId.REVIEW_TOO_FAR);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    for (Value date : file.values("review_by")) {
      parse(date.text()).flatMap(day -> check(date, context.today(), day)).ifPresent(found);
    }
  }

  /** Parses a date; empty for other texts, which a team's own schema may allow. */
  private static Optional<LocalDate> parse(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Diagnostic> check(Value date, LocalDate today, LocalDate day) {
    if (day.isAfter(today.plusYears(YEARS_AHEAD))) {
      return Optional.of(
          date.diagnose(
                  RuleId.REVIEW_TOO_FAR,
                  quote(date.text())
                      + " is too far away, expected a day within "
                      + YEARS_AHEAD
                      + " years")
              .withHelp("write the day by which somebody asks whether the export is still needed"));
    }
    long days = ChronoUnit.DAYS.between(today, day);
    if (days < 0) {
      return Optional.of(
          date.diagnose(
                  RuleId.REVIEW_OVERDUE,
                  "the review was due "
                      + Quantity.of(-days, "day")
                      + " ago, expected a date to come")
              .withHelp(
                  "ask whether the export is still needed; then write the next date, or end it"));
    }
    if (days <= DAYS_AHEAD) {
      return Optional.of(
          date.diagnose(
                  RuleId.REVIEW_DUE,
                  "the review is due " + (days == 0 ? "today" : "in " + Quantity.of(days, "day")))
              .withHelp("ask whether the export is still needed, and write the next date"));
    }
    return Optional.empty();
  }
}
