package io.exportctl.landing.extractor.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The types of a database, by their ids. */
final class PgTypes {

  /** Types whose elements to_json writes without a loss. */
  private static final Set<String> PLAIN =
      Set.of(
          "bool",
          "int2",
          "int4",
          "int8",
          "float4",
          "float8",
          "text",
          "varchar",
          "bpchar",
          "uuid",
          "date",
          "timestamp",
          "timestamptz");

  private final Map<Long, PgType> types = new HashMap<>();

  private PgTypes() {}

  static PgTypes read(Connection connection) throws SQLException {
    PgTypes all = new PgTypes();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT t.oid::bigint, t.typname, t.typtype::text, t.typbasetype::bigint, t.typtypmod,
                  CASE WHEN e.typarray = t.oid THEN e.oid::bigint ELSE 0 END,
                  t.typnamespace = 'pg_catalog'::regnamespace
                FROM pg_type t LEFT JOIN pg_type e ON e.oid = t.typelem
                """)) {
      while (rows.next()) {
        PgType type =
            new PgType(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3).charAt(0),
                rows.getLong(4),
                rows.getInt(5),
                rows.getLong(6),
                rows.getBoolean(7));
        all.types.put(type.oid(), type);
      }
    }
    return all;
  }

  PgType get(long oid) {
    return types.get(oid);
  }

  /** Returns true if the elements of such an array survive to_json. */
  boolean isPlainArray(PgType array) {
    PgType element = get(array.element());
    return element.kind() == 'e' || (element.builtIn() && PLAIN.contains(element.name()));
  }
}
