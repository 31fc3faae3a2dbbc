package io.exportctl.landing.extractor.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** The types of a database, by their ids. */
final class PgTypes {

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
}
