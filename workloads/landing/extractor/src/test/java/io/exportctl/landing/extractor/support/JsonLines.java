package io.exportctl.landing.extractor.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.ColumnType;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Values in lines of JSON, in a form in which they can be compared with the server's. */
public final class JsonLines {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonLines() {}

  /**
   * Returns the tokens of a line with their values.
   *
   * @param types of the columns; numbers of floats are compared as such
   */
  public static List<Object> tokens(String line, Map<String, String> types) throws IOException {
    List<Object> tokens = new ArrayList<>();
    try (JsonParser json = JSON.createParser(line.getBytes(UTF_8))) {
      int depth = 0;
      String column = "";
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 1 && token == JsonToken.FIELD_NAME) {
          column = json.currentName();
        }
        tokens.add(
            token.isNumeric()
                ? number(json.getText(), depth == 1 ? types.getOrDefault(column, "") : "")
                : token + json.getText());
      }
    }
    return tokens;
  }

  private static Object number(String text, String type) {
    return switch (type) {
      case "real" -> Float.valueOf(text);
      case "double precision" -> Double.valueOf(text);
      default -> new BigDecimal(text);
    };
  }

  /** Returns the value of a column as the server prints its text; null stays. */
  public static String text(String line, Column column) throws IOException {
    try (JsonParser json = JSON.createParser(line.getBytes(UTF_8))) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME
          && !json.currentName().equals(column.name())) {
        json.nextToken();
        json.skipChildren();
      }
      JsonToken token = json.nextToken();
      assertThat(token).as(line).isNotNull();
      return token == JsonToken.VALUE_NULL ? null : text(json.getText(), column.type());
    }
  }

  /** Returns the elements of an array in a line as texts, however it is nested; null stays. */
  public static String elements(String line, Column column) throws IOException {
    try (JsonParser json = JSON.createParser(line.getBytes(UTF_8))) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME
          && !json.currentName().equals(column.name())) {
        json.nextToken();
        json.skipChildren();
      }
      return json.nextToken() == JsonToken.VALUE_NULL ? null : elements(json);
    }
  }

  /** Returns the elements of an array as the server prints their texts. */
  public static String serverElements(String array) throws IOException {
    if (array == null) {
      return null;
    }
    try (JsonParser json = JSON.createParser(array.getBytes(UTF_8))) {
      json.nextToken();
      return elements(json);
    }
  }

  /** Times have a space in a text and a T in JSON. */
  private static String elements(JsonParser json) throws IOException {
    List<String> texts = new ArrayList<>();
    int depth = 1;
    while (depth > 0) {
      JsonToken token = json.nextToken();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token.isScalarValue()) {
        texts.add(
            token
                + json.getText()
                    .replaceFirst("^(\\d{4,}-\\d\\d-\\d\\d)T", "$1 ")
                    .replaceFirst("\\+00:00", "+00"));
      }
    }
    return texts.toString().replaceAll("VALUE_(STRING|NUMBER_INT|NUMBER_FLOAT|TRUE|FALSE)", "");
  }

  private static String text(String text, ColumnType type) {
    return switch (type) {
      case REAL -> Float.valueOf(text).toString();
      case DOUBLE -> Double.valueOf(text).toString();
      case TIMESTAMP -> text.replace('T', ' ');
      case TIMESTAMPTZ -> text.replace('T', ' ').replace("+00:00", "+00");
      case BYTEA -> "\\x" + HexFormat.of().formatHex(Base64.getDecoder().decode(text));
      default -> text;
    };
  }

  /**
   * Returns the server's text of a value; Java prints floats otherwise, which read back the same.
   */
  public static String serverText(String text, ColumnType type) {
    if (text == null) {
      return null;
    }
    return switch (type) {
      case REAL -> Float.valueOf(text).toString();
      case DOUBLE -> Double.valueOf(text).toString();
      default -> text;
    };
  }
}
