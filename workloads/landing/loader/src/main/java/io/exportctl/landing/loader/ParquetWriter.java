package io.exportctl.landing.loader;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * Writes Parquet files with an embedded DuckDB, which can neither load extensions nor reach files
 * outside the part's folder or the network.
 */
final class ParquetWriter implements Converter {

  private static final int MIN_BUFFER = 1 << 20;

  private final int memoryMegabytes;

  /**
   * Creates a writer.
   *
   * @param memoryMegabytes memory from which on DuckDB spills to the part's folder
   */
  ParquetWriter(int memoryMegabytes) {
    this.memoryMegabytes = memoryMegabytes;
  }

  @Override
  public long convert(CheckedPart part, List<LoadedColumn> columns, Path target)
      throws SQLException {
    try (Connection connection = open(target.toAbsolutePath().getParent());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT %s FROM (%s)) TO %s (FORMAT parquet, COMPRESSION zstd)"
              .formatted(
                  IntStream.range(0, columns.size())
                      .mapToObj(index -> value(columns.get(index), "c" + index))
                      .collect(joining(", ")),
                  source(part, columns),
                  literal(target.toAbsolutePath().toString())));
      return statement.getLargeUpdateCount();
    }
  }

  private Connection open(Path folder) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 2");
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET memory_limit = '%dMB'".formatted(memoryMegabytes));
      statement.execute("SET temp_directory = " + literal(folder.resolve("spill").toString()));
      statement.execute("SET allowed_directories = [%s]".formatted(literal(folder + "/")));
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** The query for the values as they are in the JSON, in columns c0, c1, and so on. */
  private static String source(CheckedPart part, List<LoadedColumn> columns) {
    String file =
        "%s, format = 'newline_delimited', compression = '%s', maximum_object_size = %d"
            .formatted(
                literal(part.lines().toAbsolutePath().toString()),
                Decompression.duckName(part.compression()),
                Math.max(MIN_BUFFER, part.result().longestLine() + 1));
    return differInCaseOnly(columns) ? byPointer(file, columns) : byKey(file, columns);
  }

  private static String byKey(String file, List<LoadedColumn> columns) {
    return "SELECT %s FROM read_json(%s, columns = {%s})"
        .formatted(
            IntStream.range(0, columns.size())
                .mapToObj(index -> identifier(columns.get(index).key()) + " AS c" + index)
                .collect(joining(", ")),
            file,
            columns.stream()
                .map(it -> literal(it.key()) + ": " + literal(readAs(it)))
                .collect(joining(", ")));
  }

  /** Takes more time for many columns, but tells {@code "id"} from {@code "ID"}. */
  private static String byPointer(String file, List<LoadedColumn> columns) {
    return "SELECT %s FROM (SELECT json_extract_string(json, [%s]) AS fields FROM read_json_objects(%s))"
        .formatted(
            IntStream.range(0, columns.size())
                .mapToObj(index -> "fields[%d] AS c%d".formatted(index + 1, index))
                .collect(joining(", ")),
            columns.stream().map(it -> literal(pointer(it.key()))).collect(joining(", ")),
            file);
  }

  private static boolean differInCaseOnly(List<LoadedColumn> columns) {
    return columns.stream().map(it -> it.key().toLowerCase(Locale.ROOT)).distinct().count()
        < columns.size();
  }

  private static String readAs(LoadedColumn column) {
    return switch (column.type()) {
      case BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE -> column.duckType();
      case DECIMAL, DATE, TIMESTAMP, TIMESTAMPTZ, BYTEA, TEXT, JSON, ARRAY -> "VARCHAR";
    };
  }

  /** The value as Parquet holds it; those that it cannot hold, which were counted, are null. */
  private static String value(LoadedColumn column, String field) {
    String cast = "CAST(%s AS %s)".formatted(field, column.duckType());
    String value =
        switch (column.type()) {
          case DECIMAL ->
              "CASE WHEN %s NOT IN ('NaN', 'Infinity', '-Infinity') THEN %s END"
                  .formatted(field, cast);
          case DATE -> "CASE WHEN length(%s) = 10 THEN %s END".formatted(field, cast);
          case TIMESTAMP, TIMESTAMPTZ ->
              "CASE WHEN %1$s[11] = 'T' AND NOT ends_with(%1$s, 'BC') THEN %2$s END"
                  .formatted(field, cast);
          case BYTEA -> "from_base64(%s)".formatted(field);
          case BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, TEXT, JSON, ARRAY -> cast;
        };
    return value + " AS " + identifier(column.name());
  }

  /** A JSON pointer to a key. */
  private static String pointer(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }

  private static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
