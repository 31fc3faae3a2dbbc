package io.exportctl.kind.collection;

import io.exportctl.dataset.Fields;

/**
 * Time at which a date is ingested, every day.
 *
 * @param dailyAt hours and minutes, such as 09:30
 * @param timeZone name in the IANA database, also of the dates
 * @param catchUpDays earlier dates that are looked at again for files that came late
 */
public record Schedule(String dailyAt, String timeZone, int catchUpDays) {

  static Schedule from(Fields fields) {
    return new Schedule(
        fields.optionalText("daily_at").orElse("09:30"),
        fields.optionalText("time_zone").orElse("UTC"),
        fields.number("catch_up_days", 3));
  }

  @Override
  public String toString() {
    return dailyAt + " " + timeZone + ", every day";
  }
}
