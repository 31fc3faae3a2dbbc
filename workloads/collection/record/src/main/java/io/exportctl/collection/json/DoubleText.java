package io.exportctl.collection.json;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;

/**
 * Shortest decimal text of a double, in the form of <a
 * href="https://docs.python.org/3/library/functions.html#repr">Python's repr</a>.
 */
final class DoubleText {

  private static final int EXACT_DIGITS = 15;

  /** Index up to which a number from 1e-3 on has another digit than 0. */
  private static final int EARLY = 4;

  /** Exponents of the numbers that are written without one: 1e-4 up to, not including, 1e16. */
  private static final int LEAST_PLAIN_EXPONENT = -4;

  private static final int EXPONENTS_FROM = 16;

  private DoubleText() {}

  /**
   * Returns the text of a JSON number that is not an integer.
   *
   * @throws JsonException if it is beyond the range of a double
   */
  static String of(String token) throws JsonException {
    if (isShortest(token)) {
      return token;
    }
    double value = Double.parseDouble(token);
    if (Double.isInfinite(value)) {
      throw new JsonException(JsonFault.NUMBER);
    }
    return of(value);
  }

  /** Returns true if the token is surely its own text, as most are. */
  private static boolean isShortest(String token) {
    int last = token.length() - 1;
    if (last > EXACT_DIGITS || token.charAt(last) == '0') {
      return false;
    }
    boolean isSmall = true;
    for (int index = 0; index <= last; index++) {
      char character = token.charAt(index);
      if (character == 'e' || character == 'E') {
        return false;
      }
      if (character > '0' && index <= EARLY) {
        isSmall = false;
      }
    }
    return !isSmall;
  }

  static String of(double value) {
    String java = DoubleToDecimal.toString(Math.abs(value));
    int mark = java.indexOf('E');
    String plain = mark < 0 ? java : java.substring(0, mark);
    int point = plain.indexOf('.');
    String digits = plain.substring(0, point) + plain.substring(point + 1);
    int exponent = point - 1 + (mark < 0 ? 0 : Integer.parseInt(java.substring(mark + 1)));
    int first = 0;
    while (first < digits.length() - 1 && digits.charAt(first) == '0') {
      first++;
    }
    int end = digits.length();
    while (end > first + 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
    if (value == 0) {
      return sign + "0.0";
    }
    return sign + layOut(shorten(Math.abs(value), digits.substring(first, end), exponent - first));
  }

  /**
   * Digits of a number with its decimal exponent: d.ddd times ten to the power of the exponent.
   *
   * @param digits without zeros at either end
   */
  private record Decimal(String digits, int exponent) {}

  /** Tries one digit where there are two: Java prefers the closer of texts with at most two. */
  private static Decimal shorten(double value, String digits, int exponent) {
    if (digits.length() != 2) {
      return new Decimal(digits, exponent);
    }
    int down = digits.charAt(0) - '0';
    int nearest = digits.charAt(1) >= '5' ? down + 1 : down;
    int other = nearest == down ? down + 1 : down;
    for (int digit : new int[] {nearest, other}) {
      if (Double.parseDouble(digit + "e" + exponent) == value) {
        return digit == 10 ? new Decimal("1", exponent + 1) : new Decimal("" + digit, exponent);
      }
    }
    return new Decimal(digits, exponent);
  }

  private static String layOut(Decimal number) {
    String digits = number.digits();
    int exponent = number.exponent();
    if (exponent < LEAST_PLAIN_EXPONENT || exponent >= EXPONENTS_FROM) {
      String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
      String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
      return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + power;
    }
    if (exponent < 0) {
      return "0." + "0".repeat(-exponent - 1) + digits;
    }
    int whole = exponent + 1;
    if (digits.length() <= whole) {
      return digits + "0".repeat(whole - digits.length()) + ".0";
    }
    return digits.substring(0, whole) + "." + digits.substring(whole);
  }
}
