package io.exportctl.landing.loader;

import io.exportctl.landing.loader.Value.Fit;

/** Checks of a value in JSON against its column. */
final class ColumnCheck {

  private ColumnCheck() {}

  /**
   * Checks the value at which the scanner is, which is not null, and goes over it unless it is
   * wrong.
   *
   * @throws LineException if it is not JSON
   */
  static Fit fit(JsonScanner scanner, LoadedColumn column) throws LineException {
    return switch (column.type()) {
      case BOOLEAN -> fits(scanner.word("true") || scanner.word("false"));
      case SMALLINT, INTEGER -> whole(scanner, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case BIGINT -> whole(scanner, Long.MIN_VALUE, Long.MAX_VALUE);
      case REAL -> floating(scanner, Float.MAX_VALUE);
      case DOUBLE -> floating(scanner, Double.MAX_VALUE);
      case ARRAY -> array(scanner);
      case TEXT, JSON -> text(scanner);
      case DECIMAL, DATE, TIMESTAMP, TIMESTAMPTZ, BYTEA -> plain(scanner, column);
    };
  }

  /** Returns true if the text over which the scanner has just gone is a hash. */
  static boolean isHash(JsonScanner scanner, int start) {
    return Value.isHash(scanner.latin(start + 1, scanner.position() - 1));
  }

  private static Fit whole(JsonScanner scanner, long lowest, long highest) throws LineException {
    if (!isNumber(scanner)) {
      return Fit.WRONG;
    }
    int start = scanner.position();
    scanner.number();
    try {
      long number = Long.parseLong(scanner.latin(start, scanner.position()));
      return fits(number >= lowest && number <= highest);
    } catch (NumberFormatException e) {
      return Fit.WRONG;
    }
  }

  private static Fit floating(JsonScanner scanner, double highest) throws LineException {
    int start = scanner.position();
    if (isNumber(scanner)) {
      scanner.number();
      String number = scanner.latin(start, scanner.position());
      return fits(
          Math.abs(
                  highest == Double.MAX_VALUE
                      ? Double.parseDouble(number)
                      : Float.parseFloat(number))
              <= highest);
    }
    return fits(
        scanner.word("\"NaN\"") || scanner.word("\"Infinity\"") || scanner.word("\"-Infinity\""));
  }

  private static boolean isNumber(JsonScanner scanner) {
    byte first = scanner.peek();
    return first == '-' || (first >= '0' && first <= '9');
  }

  private static Fit array(JsonScanner scanner) throws LineException {
    if (scanner.peek() != '[') {
      return Fit.WRONG;
    }
    scanner.array();
    return fits(scanner.isUnicode());
  }

  private static Fit text(JsonScanner scanner) throws LineException {
    if (scanner.peek() != '"') {
      return Fit.WRONG;
    }
    scanner.string();
    return fits(scanner.isUnicode());
  }

  /** Checks a text that the extractor writes without escapes. */
  private static Fit plain(JsonScanner scanner, LoadedColumn column) throws LineException {
    int start = scanner.position();
    if (text(scanner) == Fit.WRONG || scanner.isEscaped()) {
      return Fit.WRONG;
    }
    String text = scanner.latin(start + 1, scanner.position() - 1);
    return switch (column.type()) {
      case DECIMAL -> Value.decimal(text, column.precision(), column.scale());
      case DATE -> Value.date(text);
      case TIMESTAMP -> Value.timestamp(text);
      case TIMESTAMPTZ -> Value.timestampUtc(text);
      case BYTEA -> Value.base64(text);
      case TEXT, JSON, ARRAY, BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE ->
          throw new IllegalArgumentException("the type has texts of its own");
    };
  }

  private static Fit fits(boolean fits) {
    return fits ? Fit.FITS : Fit.WRONG;
  }
}
