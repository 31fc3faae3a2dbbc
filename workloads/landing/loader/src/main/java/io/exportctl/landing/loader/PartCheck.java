package io.exportctl.landing.loader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads every line of a part before it is converted: each is one JSON object with exactly the
 * table's columns, and each value fits its column. The memory it takes is bounded by the longest
 * line that is allowed.
 */
final class PartCheck {

  /** Maximum length of a line in bytes. */
  static final int MAX_LINE = 64 << 20;

  /** Maximum depth of an array of the database (6) within an object, with room to spare. */
  private static final int MAX_DEPTH = 16;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(MAX_LINE)
                  .maxNestingDepth(MAX_DEPTH)
                  .build())
          .build();

  private final String table;
  private final List<LoadedColumn> columns;
  private final Map<String, Integer> positions = new HashMap<>();

  /** Row in which a column was last seen. */
  private final long[] seen;

  private final Map<String, Long> nulled = new TreeMap<>();
  private long rows;
  private long longestLine;

  PartCheck(String table, List<LoadedColumn> columns) {
    this.table = table;
    this.columns = List.copyOf(columns);
    this.seen = new long[columns.size()];
    for (LoadedColumn column : columns) {
      positions.put(column.key(), positions.size());
    }
  }

  /**
   * Result of the check.
   *
   * @param longestLine length in bytes
   * @param nulled number of values that Parquet cannot hold, by column
   */
  record Result(long rows, long longestLine, Map<String, Long> nulled) {

    Result {
      nulled = Map.copyOf(nulled);
    }
  }

  /**
   * Reads the lines to their end.
   *
   * @param lines the JSON, which ends after as many bytes as the manifest says
   * @throws RefusedException if a line or a value is not as it must be
   * @throws IOException if the stream cannot be read
   */
  Result run(InputStream lines) throws IOException, RefusedException {
    try (JsonParser parser = JSON.createParser(lines)) {
      while (parser.nextToken() != null) {
        readRow(parser);
      }
    } catch (StreamConstraintsException e) {
      throw refused(ReasonId.LIMITS, "a line is too long or too deeply nested");
    } catch (JsonParseException e) {
      throw refused(ReasonId.BAD_LINE, "the line is not JSON");
    }
    return new Result(rows, longestLine, nulled);
  }

  private void readRow(JsonParser parser) throws IOException, RefusedException {
    rows++;
    long start = parser.currentTokenLocation().getByteOffset();
    if (parser.currentToken() != JsonToken.START_OBJECT
        || parser.currentTokenLocation().getLineNr() != rows) {
      throw refused(ReasonId.BAD_LINE, "the line does not begin with one JSON object");
    }
    int count = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      readValue(parser, column(parser.currentName()));
      count++;
    }
    if (parser.currentTokenLocation().getLineNr() != rows) {
      throw refused(ReasonId.BAD_LINE, "the JSON object is longer than one line");
    }
    if (count < columns.size()) {
      throw missing();
    }
    long length = parser.currentLocation().getByteOffset() - start;
    if (length > MAX_LINE) {
      throw refused(ReasonId.LIMITS, "the line is longer than %d MiB".formatted(MAX_LINE >> 20));
    }
    longestLine = Math.max(longestLine, length);
  }

  private LoadedColumn column(String key) throws RefusedException {
    Integer position = positions.get(key);
    if (position == null) {
      throw refused(ReasonId.BAD_LINE, "the line has a key that is not a column of the table");
    }
    if (seen[position] == rows) {
      throw refused(
          ReasonId.BAD_LINE, columns.get(position), "the line has the column more than once");
    }
    seen[position] = rows;
    return columns.get(position);
  }

  private RefusedException missing() {
    for (int position = 0; position < seen.length; position++) {
      if (seen[position] != rows) {
        return refused(
            ReasonId.BAD_LINE, columns.get(position), "the line does not have the column");
      }
    }
    throw new IllegalStateException("every column was seen");
  }

  private void readValue(JsonParser parser, LoadedColumn column)
      throws IOException, RefusedException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    switch (ColumnCheck.fit(parser, token, column)) {
      case FITS -> {}
      case BECOMES_NULL -> nulled.merge(column.name(), 1L, Long::sum);
      case WRONG ->
          throw refused(
              ReasonId.WRONG_TYPE,
              column,
              "the value does not fit the type %s".formatted(column.glueType()));
    }
  }

  private RefusedException refused(ReasonId id, String detail) {
    return new RefusedException(Reason.of(id, table, inLine(detail)));
  }

  private RefusedException refused(ReasonId id, LoadedColumn column, String detail) {
    return new RefusedException(Reason.of(id, table, column.name(), inLine(detail)));
  }

  private String inLine(String detail) {
    return "line %d: %s".formatted(rows, detail);
  }
}
