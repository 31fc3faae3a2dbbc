package io.exportctl.landing.extractor.benchmarks;

import java.util.Locale;

/**
 * A goal of the extractor, and the measured value.
 *
 * @param safe true if the value does not depend on the machine's speed
 */
record Goal(String what, double bound, double seen, boolean safe) {

  boolean met() {
    return seen <= bound;
  }

  /** A row of Markdown. */
  String row() {
    return "| %s | %s | %s | %s |"
        .formatted(what, number(bound), number(seen), met() ? "met" : "**missed**");
  }

  static String number(double number) {
    return String.format(Locale.ROOT, number >= 100 ? "%,.0f" : "%,.2f", number);
  }
}
