package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keys of a table's columns in the lines of JSON. */
final class ColumnKeys {

  /** Maximum length of a key in bytes; a name in PostgreSQL has at most 63. */
  private static final int MAX_KEY = 1 << 10;

  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, Integer> positions = new HashMap<>();

  /** Each key in JSON with its quotes, as the extractor writes it. */
  private final byte[][] quoted;

  ColumnKeys(List<LoadedColumn> columns) {
    this.quoted = new byte[columns.size()][];
    for (LoadedColumn column : columns) {
      String key = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(column.key()));
      quoted[positions.size()] = ('"' + key + '"').getBytes(UTF_8);
      positions.put(column.key(), positions.size());
    }
  }

  /**
   * Returns the position of a key's column, or -1 if it is not one.
   *
   * @param from index of the key's opening quote
   * @param to index behind its closing quote
   * @param expected position if the line has its columns in the table's order
   * @throws IOException never, since the bytes are in memory
   */
  int position(byte[] buffer, int from, int to, int expected) throws IOException {
    if (expected < quoted.length
        && Arrays.equals(buffer, from, to, quoted[expected], 0, quoted[expected].length)) {
      return expected;
    }
    if (to - from > MAX_KEY) {
      return -1;
    }
    try (JsonParser parser = JSON.createParser(buffer, from, to - from)) {
      return positions.getOrDefault(parser.nextTextValue(), -1);
    }
  }
}
