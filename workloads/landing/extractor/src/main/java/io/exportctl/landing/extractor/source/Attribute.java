package io.exportctl.landing.extractor.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column as the system catalogues have it.
 *
 * @param type id of the type
 * @param modifier of the type, or -1
 */
record Attribute(
    String schema,
    String table,
    String name,
    long type,
    int modifier,
    String sourceType,
    boolean nullable,
    String comment) {

  /** Reads the columns of all tables in these schemas, by the ids of the tables, in their order. */
  static Map<Long, List<Attribute>> read(Connection connection, List<String> schemas)
      throws SQLException {
    Map<Long, List<Attribute>> all = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT c.oid::bigint, n.nspname, c.relname, a.attname, a.atttypid::bigint, a.atttypmod,
              format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,
              coalesce(col_description(c.oid, a.attnum), '')
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
              AND NOT c.relispartition AND c.relpersistence <> 't' AND a.attnum > 0
              AND NOT a.attisdropped
            ORDER BY c.oid, a.attnum
            """)) {
      statement.setArray(1, connection.createArrayOf("text", schemas.toArray(String[]::new)));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          all.computeIfAbsent(row.getLong(1), it -> new ArrayList<>())
              .add(
                  new Attribute(
                      row.getString(2),
                      row.getString(3),
                      row.getString(4),
                      row.getLong(5),
                      row.getInt(6),
                      row.getString(7),
                      row.getBoolean(8),
                      row.getString(9)));
        }
      }
    }
    return all;
  }
}
