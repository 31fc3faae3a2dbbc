package io.exportctl.collection.json;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reader of small objects whose members are texts. */
public final class JsonFields {

  private JsonFields() {}

  /**
   * Returns the members of an object that are texts; others are left out.
   *
   * @throws JsonException if the bytes are not one JSON object
   */
  public static Map<String, String> texts(byte[] bytes) throws JsonException {
    if (!(JsonTree.parse(bytes, 0, bytes.length) instanceof Map<?, ?> object)) {
      throw new JsonException(JsonFault.SYNTAX);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    object.forEach(
        (name, value) -> {
          if (value instanceof String text) {
            texts.put((String) name, text);
          }
        });
    return texts;
  }
}
