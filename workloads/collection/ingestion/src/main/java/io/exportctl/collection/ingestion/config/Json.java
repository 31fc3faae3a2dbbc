package io.exportctl.collection.ingestion.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Text of our own JSON files. */
public final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter INDENTED = MAPPER.writerWithDefaultPrettyPrinter();

  private Json() {}

  /** Returns a value of maps, lists, texts and numbers as one line. */
  public static String line(Object value) {
    return write(MAPPER.writer(), value);
  }

  /** Returns a value as indented lines. */
  public static String indented(Object value) {
    return write(INDENTED, value) + "\n";
  }

  /**
   * Reads an object.
   *
   * @throws IOException if the bytes are not JSON
   */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> read(byte[] bytes) throws IOException {
    JsonNode node = MAPPER.readTree(bytes);
    return node.isObject() ? MAPPER.convertValue(node, LinkedHashMap.class) : Map.of();
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
