package io.exportctl.collection.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parser of whole JSON texts. An object becomes a {@link LinkedHashMap}, in which the last of equal
 * names wins at the place of the first; a list an {@link ArrayList}; a string a {@link String}; a
 * number a {@link JsonNumber}; true and false a {@link Boolean}; and null null.
 */
public final class JsonTree {

  private JsonTree() {}

  /**
   * Parses one value with white space around it.
   *
   * @throws JsonException if the bytes are not that
   */
  public static Object parse(byte[] bytes, int offset, int length) throws JsonException {
    try (JsonParser parser = JsonSource.open(bytes, offset, length)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new JsonException(JsonFault.SYNTAX);
      }
      Object value = value(parser, first);
      if (parser.nextToken() != null) {
        throw new JsonException(JsonFault.SYNTAX);
      }
      return value;
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Returns the fault that Jackson met, without its message, which quotes the text. */
  public static JsonException fault(IOException e) {
    if (e instanceof StreamConstraintsException) {
      return new JsonException(JsonFault.TOO_LARGE);
    }
    if (e instanceof JsonProcessingException) {
      return new JsonException(JsonFault.SYNTAX);
    }
    throw new UncheckedIOException(e);
  }

  /**
   * Returns the value that begins with the parser's current token, and leaves the parser at its
   * last.
   *
   * @throws IOException if the text is not JSON: {@link #fault}
   * @throws JsonException if it has a number that is not one
   */
  public static Object value(JsonParser parser, JsonToken token) throws IOException, JsonException {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonNumber.of(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case END_ARRAY, END_OBJECT, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new JsonException(JsonFault.SYNTAX);
    };
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException, JsonException {
    Map<String, Object> object = new LinkedHashMap<>(8);
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      object.put(name, value(parser, parser.nextToken()));
    }
    return object;
  }

  private static List<Object> list(JsonParser parser) throws IOException, JsonException {
    List<Object> list = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      list.add(value(parser, token));
    }
    return list;
  }
}
