package io.exportctl.lambda.benchmarks;

import java.util.Locale;

/**
 * A goal of the mover, and the measured value.
 *
 * @param safe true if the value does not depend on the machine's speed
 */
record Goal(String what, String bound, String seen, boolean met, boolean safe) {

  static Goal atMost(String what, double bound, double seen, boolean safe) {
    return new Goal(what, "at most " + number(bound), number(seen), seen <= bound, safe);
  }

  static Goal atLeast(String what, double bound, double seen, boolean safe) {
    return new Goal(what, "at least " + number(bound), number(seen), seen >= bound, safe);
  }

  /** A row of Markdown. */
  String row() {
    return "| %s | %s | %s | %s |".formatted(what, bound, seen, met ? "met" : "**missed**");
  }

  static String number(double number) {
    return String.format(Locale.ROOT, number >= 100 ? "%,.0f" : "%,.2f", number);
  }
}
