package io.exportctl.e2e;

import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.json.JSONTokener;

/**
 * Comparison of a row as PostgreSQL's {@code row_to_json} gives it with the row that arrived, value
 * by value, in the types of the table.
 *
 * @param sent the row in the service's database
 * @param arrived the row of the Parquet file, by column
 */
record RowComparison(JSONObject sent, Map<String, Object> arrived) {

  /** Values that Parquet's decimals, dates and timestamps cannot hold; they arrive as null. */
  private static final Set<String> WITHOUT_PLACE = Set.of("NaN", "infinity", "-infinity");

  /** Returns the columns whose values differ, with both values. */
  List<String> differences() throws SQLException {
    List<String> differences = new ArrayList<>();
    for (String column : sent.keySet()) {
      Object expected = sent.get(column);
      Object actual = arrived.get(column);
      if (!arrived.containsKey(column) || !areSame(column, expected, actual)) {
        differences.add(column + ": sent " + expected + ", arrived " + actual);
      }
    }
    return differences;
  }

  private static boolean areSame(String column, Object sent, Object arrived) throws SQLException {
    if (arrived == null) {
      boolean hasPlace = Set.of("c_float4", "c_float8", "c_numeric").contains(column);
      return sent == JSONObject.NULL || (!hasPlace && WITHOUT_PLACE.contains(sent.toString()));
    }
    if (arrived instanceof BigDecimal number) {
      String text = sent.toString().replaceAll("[$,]", "");
      return number.compareTo(new BigDecimal(text)) == 0;
    }
    if (arrived instanceof Float number) {
      return number.equals(Float.valueOf(sent.toString()));
    }
    if (arrived instanceof Double number) {
      return number.equals(Double.valueOf(sent.toString()));
    }
    if (arrived instanceof LocalDate date) {
      return date.equals(LocalDate.parse(sent.toString()));
    }
    if (arrived instanceof LocalDateTime time) {
      return time.equals(LocalDateTime.parse(sent.toString()));
    }
    if (arrived instanceof java.sql.Timestamp time) {
      return time.toLocalDateTime().equals(LocalDateTime.parse(sent.toString()));
    }
    if (arrived instanceof OffsetDateTime time) {
      return time.withOffsetSameInstant(ZoneOffset.UTC)
          .equals(OffsetDateTime.parse(sent.toString()));
    }
    if (arrived instanceof Blob bytes) {
      String hex = HexFormat.of().formatHex(bytes.getBytes(1, (int) bytes.length()));
      return sent.equals("\\x" + hex);
    }
    return arrived instanceof String text ? isSameText(sent, text) : isSameScalar(sent, arrived);
  }

  private static boolean isSameScalar(Object sent, Object arrived) {
    return sent.toString().equals(arrived.toString());
  }

  /** Compares text. JSON and arrays arrive as text, and in it their numbers with all digits. */
  private static boolean isSameText(Object sent, String arrived) {
    if (sent instanceof String) {
      boolean isJson = arrived.startsWith("\"") && arrived.endsWith("\"");
      return sent.equals(arrived) || (isJson && sent.equals(new JSONTokener(arrived).nextValue()));
    }
    return sent instanceof Number number
        ? new BigDecimal(number.toString()).compareTo(new BigDecimal(arrived)) == 0
        : isSameTree(sent, new JSONTokener(arrived).nextValue());
  }

  private static boolean isSameTree(Object sent, Object arrived) {
    if (sent instanceof JSONArray one && arrived instanceof JSONArray other) {
      return one.length() == other.length()
          && IntStream.range(0, one.length()).allMatch(i -> isSameTree(one.get(i), other.get(i)));
    }
    if (sent instanceof JSONObject one && arrived instanceof JSONObject other) {
      return one.keySet().equals(other.keySet())
          && one.keySet().stream().allMatch(key -> isSameTree(one.get(key), other.get(key)));
    }
    return arrived instanceof String text ? isSameText(sent, text) : isSameScalar(sent, arrived);
  }
}
