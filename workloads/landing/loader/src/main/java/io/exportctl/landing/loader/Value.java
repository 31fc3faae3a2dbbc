package io.exportctl.landing.loader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Checks of the values that come as strings. A value fits, or Parquet cannot hold it and it becomes
 * null, or it is wrong.
 */
final class Value {

  /** Result of a check. */
  enum Fit {
    FITS,
    BECOMES_NULL,
    WRONG
  }

  private static final int DATE = 10;
  private static final int SECONDS = 19;
  private static final int MICROSECOND_DIGITS = 6;
  private static final String UTC = "+00:00";
  private static final int BASE64_BLOCK = 4;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private Value() {}

  static Fit decimal(String text, int precision, int scale) {
    if (text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity")) {
      return Fit.BECOMES_NULL;
    }
    int start = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    boolean digits =
        digits(text, start, end) && (point < 0 || digits(text, point + 1, text.length()));
    int fraction = point < 0 ? 0 : text.length() - point - 1;
    int first = start;
    while (first < end && text.charAt(first) == '0') {
      first++;
    }
    return fits(digits && fraction <= scale && end - first <= precision - scale);
  }

  /** Checks a date; those before year 1 or after 9999 are written longer than ten characters. */
  static Fit date(String text) {
    return beyond(text, DATE) ? Fit.BECOMES_NULL : fits(text.length() == DATE && isDate(text));
  }

  static Fit timestamp(String text) {
    return beyond(text, text.indexOf('T')) ? Fit.BECOMES_NULL : fits(isTimestamp(text));
  }

  static Fit timestampUtc(String text) {
    if (beyond(text, text.indexOf('T'))) {
      return Fit.BECOMES_NULL;
    }
    return fits(text.endsWith(UTC) && isTimestamp(text.substring(0, text.length() - UTC.length())));
  }

  static Fit base64(String text) {
    int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    boolean digits = text.length() % BASE64_BLOCK == 0;
    for (int index = 0; index < text.length() - padding; index++) {
      digits &= isBase64(text.charAt(index));
    }
    return fits(digits);
  }

  /** Checks an HMAC-SHA-256 in lower-case hexadecimal digits. */
  static boolean isHash(String text) {
    return HASH.matcher(text).matches();
  }

  private static boolean isBase64(char character) {
    return (character >= 'A' && character <= 'Z')
        || (character >= 'a' && character <= 'z')
        || (character >= '0' && character <= '9')
        || character == '+'
        || character == '/';
  }

  private static Fit fits(boolean fits) {
    return fits ? Fit.FITS : Fit.WRONG;
  }

  /** Returns true for an infinite time, and for one whose year does not have four digits. */
  private static boolean beyond(String text, int dateEnd) {
    if (text.equals("infinity") || text.equals("-infinity")) {
      return true;
    }
    int year = text.indexOf('-');
    boolean longYear = year > 4 && digits(text, 0, year);
    boolean beforeChrist = text.endsWith(" BC") && year >= 4 && digits(text, 0, year);
    return beforeChrist || (longYear && dateEnd >= DATE);
  }

  private static boolean isTimestamp(String text) {
    return text.length() >= SECONDS
        && text.charAt(DATE) == 'T'
        && isDate(text.substring(0, DATE))
        && below(text, 11, 24)
        && text.charAt(13) == ':'
        && below(text, 14, 60)
        && text.charAt(16) == ':'
        && below(text, 17, 60)
        && isFraction(text);
  }

  private static boolean isFraction(String text) {
    int length = text.length() - SECONDS - 1;
    return text.length() == SECONDS
        || (text.charAt(SECONDS) == '.'
            && length <= MICROSECOND_DIGITS
            && digits(text, SECONDS + 1, text.length()));
  }

  private static boolean isDate(String text) {
    boolean form =
        digits(text, 0, 4)
            && text.charAt(4) == '-'
            && digits(text, 5, 7)
            && text.charAt(7) == '-'
            && digits(text, 8, DATE);
    if (!form || number(text, 0, 4) == 0) {
      return false;
    }
    try {
      LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, DATE));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean below(String text, int start, int limit) {
    return digits(text, start, start + 2) && number(text, start, start + 2) < limit;
  }

  private static int number(String text, int start, int end) {
    return Integer.parseInt(text, start, end, 10);
  }

  /** Returns true if there is at least one character, and all are ASCII digits. */
  private static boolean digits(String text, int start, int end) {
    for (int index = start; index < end; index++) {
      if (text.charAt(index) < '0' || text.charAt(index) > '9') {
        return false;
      }
    }
    return end > start;
  }
}
