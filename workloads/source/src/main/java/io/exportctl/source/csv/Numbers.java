package io.exportctl.source.csv;

import java.util.Optional;

/** Cells that are numbers, without leading zeros. */
final class Numbers {

  private static final int MOST_DIGITS = 100;
  private static final int LONGEST_EXPONENT = 2;
  private static final int DIGITS_OF_LONG = 19;

  private Numbers() {}

  static Optional<String> integer(String cell) {
    return isWhole(cell) && cell.length() <= 11 && fits(cell, Integer.MIN_VALUE, Integer.MAX_VALUE)
        ? Optional.of(cell)
        : Optional.empty();
  }

  static Optional<String> bigint(String cell) {
    return isWhole(cell) && fits(cell, Long.MIN_VALUE, Long.MAX_VALUE)
        ? Optional.of(cell)
        : Optional.empty();
  }

  /** A whole number, or one with decimals, or one with an exponent. */
  static Optional<String> numeric(String cell) {
    int end = exponent(cell);
    return end > 0 && isPlain(cell.substring(0, end)) ? Optional.of(cell) : Optional.empty();
  }

  /** True for {@code 42} and {@code -3.10}, false with an exponent. */
  static boolean isPlain(String cell) {
    int point = cell.indexOf('.');
    int digits = cell.length() - (point < 0 ? 0 : 1) - (cell.startsWith("-") ? 1 : 0);
    if (digits > MOST_DIGITS) {
      return false;
    }
    if (point < 0) {
      return isWhole(cell);
    }
    return isUnsigned(cell, cell.startsWith("-") ? 1 : 0, point)
        && areDigits(cell, point + 1, cell.length());
  }

  static boolean hasDecimals(String cell) {
    return cell.indexOf('.') >= 0 && isPlain(cell);
  }

  /** True for digits that begin with a zero they do not need, such as {@code 007}. */
  static boolean hasLeadingZero(String cell) {
    int from = cell.startsWith("-") ? 1 : 0;
    return cell.length() > from + 1
        && cell.charAt(from) == '0'
        && areDigits(cell, from, cell.length());
  }

  /** Index at which the number ends and its exponent begins; 0 if the exponent is wrong. */
  private static int exponent(String cell) {
    int e = Math.max(cell.indexOf('e'), cell.indexOf('E'));
    if (e < 0) {
      return cell.length();
    }
    int from = e + 1;
    if (from < cell.length() && (cell.charAt(from) == '+' || cell.charAt(from) == '-')) {
      from++;
    }
    boolean fine = areDigits(cell, from, cell.length()) && cell.length() - from <= LONGEST_EXPONENT;
    return fine ? e : 0;
  }

  private static boolean isWhole(String cell) {
    boolean negative = cell.startsWith("-");
    return isUnsigned(cell, negative ? 1 : 0, cell.length()) && !cell.equals("-0");
  }

  private static boolean isUnsigned(String cell, int from, int to) {
    return areDigits(cell, from, to) && (to - from == 1 || cell.charAt(from) != '0');
  }

  private static boolean areDigits(String cell, int from, int to) {
    for (int i = from; i < to; i++) {
      if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
        return false;
      }
    }
    return to > from;
  }

  private static boolean fits(String cell, long min, long max) {
    if (cell.length() > DIGITS_OF_LONG + 1) {
      return false;
    }
    try {
      long number = Long.parseLong(cell);
      return number >= min && number <= max;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
