package io.exportctl.operate;

import io.exportctl.text.Quantity;
import java.time.Duration;

/** Ages for people, in the greatest unit of which there is at least one. */
final class Age {

  private Age() {}

  /** Returns an age, such as {@code 3 hours}; under a minute it is {@code 0 minutes}. */
  static String text(Duration age) {
    if (age.toDays() > 0) {
      return Quantity.of(age.toDays(), "day");
    }
    if (age.toHours() > 0) {
      return Quantity.of(age.toHours(), "hour");
    }
    return Quantity.of(Math.max(0, age.toMinutes()), "minute");
  }
}
