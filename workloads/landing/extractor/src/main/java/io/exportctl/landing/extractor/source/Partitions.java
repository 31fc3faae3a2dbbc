package io.exportctl.landing.extractor.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Partitions of partitioned tables. */
final class Partitions {

  private Partitions() {}

  /** Reads the partitions that hold rows, by the ids of the outermost partitioned tables. */
  static Map<Long, List<SourceTable.Leaf>> read(
      Connection connection, List<String> schemas, boolean locked) throws SQLException {
    Map<Long, List<SourceTable.Leaf>> all = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT root.oid::bigint, n.nspname, c.relname,
              CASE WHEN ? AND c.relkind = 'r'
                THEN pg_relation_size(c.oid) / current_setting('block_size')::int ELSE 0 END,
              greatest(c.reltuples, 0)::bigint
            FROM pg_class root JOIN pg_namespace r ON r.oid = root.relnamespace
              CROSS JOIN LATERAL pg_partition_tree(root.oid) tree
              JOIN pg_class c ON c.oid = tree.relid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE r.nspname = ANY (?) AND root.relkind = 'p' AND NOT root.relispartition
              AND tree.isleaf AND c.relkind <> 'p'
            ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"
            """)) {
      statement.setBoolean(1, locked);
      statement.setArray(2, connection.createArrayOf("text", schemas.toArray(String[]::new)));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          all.computeIfAbsent(row.getLong(1), it -> new ArrayList<>())
              .add(
                  new SourceTable.Leaf(
                      row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)));
        }
      }
    }
    return all;
  }
}
