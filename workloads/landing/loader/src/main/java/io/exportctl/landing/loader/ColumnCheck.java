package io.exportctl.landing.loader;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Checks of a value in JSON against its column. */
final class ColumnCheck {

  private ColumnCheck() {}

  /**
   * Checks the value at which the parser is, and reads it to its end.
   *
   * @param token the value's first token, which is not null
   */
  static Value.Fit fit(JsonParser parser, JsonToken token, LoadedColumn column) throws IOException {
    return switch (column.type()) {
      case BOOLEAN -> fits(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE);
      case SMALLINT, INTEGER ->
          fits(
              token == JsonToken.VALUE_NUMBER_INT
                  && parser.getNumberType() == JsonParser.NumberType.INT);
      case BIGINT ->
          fits(
              token == JsonToken.VALUE_NUMBER_INT
                  && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER);
      case REAL -> fits(isFloating(parser, token) && !Float.isInfinite(floating(parser, token)));
      case DOUBLE -> fits(isFloating(parser, token) && !Double.isInfinite(doubleOf(parser, token)));
      case ARRAY -> array(parser, token);
      case DECIMAL, DATE, TIMESTAMP, TIMESTAMPTZ, BYTEA, TEXT, JSON ->
          token == JsonToken.VALUE_STRING ? string(parser.getText(), column) : Value.Fit.WRONG;
    };
  }

  private static Value.Fit string(String text, LoadedColumn column) {
    return switch (column.type()) {
      case DECIMAL -> Value.decimal(text, column.precision(), column.scale());
      case DATE -> Value.date(text);
      case TIMESTAMP -> Value.timestamp(text);
      case TIMESTAMPTZ -> Value.timestampUtc(text);
      case BYTEA -> Value.base64(text);
      case TEXT, JSON, ARRAY, BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE ->
          fits(isUnicode(text));
    };
  }

  private static Value.Fit array(JsonParser parser, JsonToken token) throws IOException {
    if (token != JsonToken.START_ARRAY) {
      return Value.Fit.WRONG;
    }
    int depth = 1;
    while (depth > 0) {
      JsonToken next = parser.nextToken();
      if (next == JsonToken.START_ARRAY || next == JsonToken.START_OBJECT) {
        depth++;
      } else if (next == JsonToken.END_ARRAY || next == JsonToken.END_OBJECT) {
        depth--;
      } else if (next == JsonToken.VALUE_STRING && !isUnicode(parser.getText())) {
        return Value.Fit.WRONG;
      }
    }
    return Value.Fit.FITS;
  }

  private static boolean isFloating(JsonParser parser, JsonToken token) throws IOException {
    return token == JsonToken.VALUE_NUMBER_INT
        || token == JsonToken.VALUE_NUMBER_FLOAT
        || (token == JsonToken.VALUE_STRING && isSpecial(parser.getText()));
  }

  private static boolean isSpecial(String text) {
    return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
  }

  /** The number, or 0 for one of the special values, which fit. */
  private static float floating(JsonParser parser, JsonToken token) throws IOException {
    return token == JsonToken.VALUE_STRING ? 0 : parser.getFloatValue();
  }

  private static double doubleOf(JsonParser parser, JsonToken token) throws IOException {
    return token == JsonToken.VALUE_STRING ? 0 : parser.getDoubleValue();
  }

  /** Returns false if the text has half of a surrogate pair, which UTF-8 cannot hold. */
  private static boolean isUnicode(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (Character.isSurrogate(text.charAt(index))) {
        if (!Character.isSurrogatePair(
            text.charAt(index), index + 1 < text.length() ? text.charAt(index + 1) : 0)) {
          return false;
        }
        index++;
      }
    }
    return true;
  }

  private static Value.Fit fits(boolean fits) {
    return fits ? Value.Fit.FITS : Value.Fit.WRONG;
  }
}
