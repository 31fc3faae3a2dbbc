package io.exportctl.landing.loader;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads Parquet files back. */
final class ParquetFile {

  private ParquetFile() {}

  /** Rows as the texts of their values, with {@code NULL} for null. */
  static List<Map<String, String>> rows(Path file) throws SQLException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      try (ResultSet result =
          statement.executeQuery("SELECT COLUMNS(*)::VARCHAR FROM '%s'".formatted(file))) {
        while (result.next()) {
          Map<String, String> row = new LinkedHashMap<>();
          for (int index = 1; index <= result.getMetaData().getColumnCount(); index++) {
            String value = result.getString(index);
            row.put(result.getMetaData().getColumnName(index), value == null ? "NULL" : value);
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** Texts of an expression over the columns, with null for null. */
  static List<String> texts(Path file, String expression) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      try (ResultSet result =
          statement.executeQuery("SELECT (%s)::VARCHAR FROM '%s'".formatted(expression, file))) {
        while (result.next()) {
          texts.add(result.getString(1));
        }
      }
    }
    return texts;
  }

  /** Types of the columns by their names. */
  static Map<String, String> columns(Path file) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("DESCRIBE SELECT * FROM '%s'".formatted(file))) {
      while (result.next()) {
        columns.put(result.getString("column_name"), result.getString("column_type"));
      }
    }
    return columns;
  }
}
