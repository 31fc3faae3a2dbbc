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
      return sent == JSONObject.NULL || !hasPlace && WITHOUT_PLACE.contains(sent.toString());
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

  /** Compares JSON by its tree; a number that arrives as text has all its digits. */
  private static boolean isSameText(Object sent, String arrived) {
    if (sent instanceof JSONObject || sent instanceof JSONArray) {
      return tree(sent).equals(tree(new JSONTokener(arrived).nextValue()));
    }
    return sent.toString().equals(arrived) || isSameNumber(sent, arrived);
  }

  private static boolean isSameNumber(Object sent, String arrived) {
    return sent instanceof Number
        && new BigDecimal(sent.toString()).compareTo(new BigDecimal(arrived)) == 0;
  }

  /** Returns the values of a tree in their order, numbers as plain text. */
  private static List<String> tree(Object node) {
    List<String> values = new ArrayList<>();
    if (node instanceof JSONArray array) {
      values.add("[");
      array.forEach(item -> values.addAll(tree(item)));
      values.add("]");
    } else if (node instanceof JSONObject object) {
      object.keySet().stream()
          .sorted()
          .forEach(
              key -> {
                values.add(key);
                values.addAll(tree(object.get(key)));
              });
    } else {
      values.add(node.toString());
    }
    return values;
  }
}
