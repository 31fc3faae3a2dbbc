package io.exportctl.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Reads and writes JSON as maps. The output is ASCII, so that it survives any encoding of the log.
 */
final class Json {

  private static final JSON JSON_ASCII =
      JSON.builder(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build()).build();

  private Json() {}

  /** Parses one object; throws an {@link IOException} if the text is anything else. */
  static Map<String, Object> read(String text) throws IOException {
    return object(JSON.std.mapFrom(text));
  }

  /** Parses one object; throws an {@link IOException} if the stream holds anything else. */
  static Map<String, Object> read(InputStream stream) throws IOException {
    return object(JSON.std.mapFrom(stream));
  }

  /** The parser returns null for the JSON text {@code null}. */
  private static Map<String, Object> object(Map<String, Object> parsed) throws IOException {
    if (parsed == null) {
      throw new IOException("null is not a JSON object");
    }
    return parsed;
  }

  static String write(Map<String, ?> object) {
    try {
      return JSON_ASCII.asString(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
