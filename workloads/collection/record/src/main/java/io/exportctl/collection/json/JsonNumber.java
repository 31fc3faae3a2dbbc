package io.exportctl.collection.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** A number of a JSON text, which keeps its digits. */
public final class JsonNumber {

  private final String token;
  private final boolean isInteger;

  private JsonNumber(String token, boolean isInteger) {
    this.token = token;
    this.isInteger = isInteger;
  }

  static JsonNumber of(JsonParser parser) throws IOException, JsonException {
    String token = parser.getText();
    if (parser.isNaN()) {
      boolean isPython =
          token.equals("NaN") || token.equals("Infinity") || token.equals("-Infinity");
      throw new JsonException(isPython ? JsonFault.NUMBER : JsonFault.SYNTAX);
    }
    return new JsonNumber(token, parser.currentToken() == JsonToken.VALUE_NUMBER_INT);
  }

  /**
   * Returns the one text of this number: an integer's digits, or the shortest decimal that reads
   * back the same double, such as {@code 1e-05}.
   *
   * @throws JsonException if it is beyond the range of a double
   */
  public String text() throws JsonException {
    if (isInteger) {
      return token.equals("-0") ? "0" : token;
    }
    return DoubleText.of(token);
  }

  /** Returns true if this is zero as an integer or a double. */
  public boolean isZero() {
    if (isInteger) {
      return token.equals("0") || token.equals("-0");
    }
    return Double.parseDouble(token) == 0;
  }

  /** Returns the kind alone, as the number may be personal data. */
  @Override
  public String toString() {
    return isInteger ? "integer" : "number";
  }
}
