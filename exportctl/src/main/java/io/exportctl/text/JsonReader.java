package io.exportctl.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reader of a JSON document as maps, lists and texts; numbers and true, false and null are texts
 * too. Errors do not repeat the document, which may hold secrets.
 */
public final class JsonReader {

  private final JsonParser json;
  private final Predicate<String> wanted;

  private JsonReader(JsonParser json, Predicate<String> wanted) {
    this.json = json;
    this.wanted = wanted;
  }

  /**
   * Reads an object.
   *
   * @param wanted the keys to keep, at any depth; the values of others are skipped
   * @throws IOException if it is not a JSON object
   */
  public static Map<?, ?> read(InputStream in, Predicate<String> wanted) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();
    try (JsonParser parser = factory.createParser(in)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        return new JsonReader(parser, wanted).object();
      }
    }
    throw new IOException("it is not a JSON object");
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      json.nextToken();
      if (wanted.test(key)) {
        members.put(key, value());
      } else {
        json.skipChildren();
      }
    }
    return members;
  }

  private Object value() throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      return object();
    }
    if (json.currentToken() != JsonToken.START_ARRAY) {
      return json.getText();
    }
    List<Object> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return items;
  }
}
