package io.exportctl.landing.extractor.source;

import io.exportctl.landing.extractor.json.Encoders;
import io.exportctl.landing.extractor.json.FieldEncoder;
import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.Encoding;
import io.exportctl.landing.format.ExcludedTable;
import io.exportctl.landing.format.Names;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads from the system catalogues of PostgreSQL which tables and columns there are. */
public final class CatalogueReader {

  private final Connection connection;
  private final Selection selection;
  private final Encoding encoding;
  private final String hashKey;
  private final boolean locked;
  private final PgTypes types;
  private final Map<Long, List<Attribute>> attributes;
  private final Map<Long, List<SourceTable.Leaf>> leaves;
  private final List<ExcludedTable> excluded = new ArrayList<>();
  private final Set<String> missingGrants = new LinkedHashSet<>();
  private final List<String> hidden = new ArrayList<>();

  private CatalogueReader(
      Connection connection, Selection selection, Encoding encoding, String hashKey, boolean locked)
      throws SQLException {
    this.connection = connection;
    this.selection = selection;
    this.encoding = encoding;
    this.hashKey = hashKey;
    this.locked = locked;
    types = PgTypes.read(connection);
    attributes = Attribute.read(connection, selection.schemas());
    leaves = Partitions.read(connection, selection.schemas(), locked);
  }

  /**
   * Reads the tables that are chosen.
   *
   * @param hashKey for the columns that are hashed
   * @param locked true if they are locked; otherwise their sizes are unknown, since PostgreSQL
   *     locks a table to read its size
   */
  public static Catalogue read(
      Connection connection, Selection selection, Encoding encoding, String hashKey, boolean locked)
      throws SQLException {
    return new CatalogueReader(connection, selection, encoding, hashKey, locked).read();
  }

  private Catalogue read() throws SQLException {
    List<SourceTable> tables = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT c.oid::bigint, n.nspname, c.relname, c.relkind::text, greatest(c.reltuples, 0)::bigint,
              coalesce(obj_description(c.oid, 'pg_class'), ''),
              has_table_privilege(c.oid, 'SELECT'), has_schema_privilege(n.oid, 'USAGE'),
              CASE WHEN ? AND c.relkind IN ('r', 'm')
                THEN pg_relation_size(c.oid) / current_setting('block_size')::int ELSE 0 END,
              row_security_active(c.oid)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
              AND NOT c.relispartition AND c.relpersistence <> 't'
            ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"
            """)) {
      statement.setBoolean(1, locked);
      statement.setArray(
          2, connection.createArrayOf("text", selection.schemas().toArray(String[]::new)));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          table(rows).ifPresent(tables::add);
        }
      }
    }
    return new Catalogue(tables, excluded, problems(tables));
  }

  private Optional<SourceTable> table(ResultSet row) throws SQLException {
    long oid = row.getLong(1);
    String schema = row.getString(2);
    String name = row.getString(3);
    String kind = SourceTable.kindOf(row.getString(4));
    Optional<String> excludedBy = excludedBy(schema, name, kind);
    if (excludedBy.isPresent()) {
      excluded.add(new ExcludedTable(schema + "." + name, excludedBy.get()));
      return Optional.empty();
    }
    if (!row.getBoolean(7)) {
      missingGrants.add("SELECT ON " + SqlNames.quoted(schema, name));
    }
    if (!row.getBoolean(8)) {
      missingGrants.add("USAGE ON SCHEMA " + SqlNames.quoted(schema));
    }
    if (row.getBoolean(10)) {
      hidden.add(schema + "." + name);
    }
    List<SourceColumn> columns = new ArrayList<>();
    TreeSet<String> left = new TreeSet<>();
    for (Attribute attribute : attributes.getOrDefault(oid, List.of())) {
      if (Selection.find(selection.excludeColumns(), schema, name, attribute.name()).isPresent()) {
        left.add(attribute.name());
      } else {
        columns.add(column(schema, name, attribute));
      }
    }
    List<SourceTable.Leaf> parts =
        kind.equals("partitioned")
            ? leaves.getOrDefault(oid, List.of())
            : List.of(new SourceTable.Leaf(schema, name, row.getLong(9), row.getLong(5)));
    return Optional.of(
        new SourceTable(
            schema,
            name,
            Names.table(schema, name),
            kind,
            row.getString(6),
            columns,
            List.copyOf(left),
            parts));
  }

  /** Views and the like are read only if a pattern without {@code *} names them. */
  private Optional<String> excludedBy(String schema, String name, String kind) {
    Optional<String> exclusion = Selection.find(selection.excludeTables(), schema, name);
    if (exclusion.isPresent()) {
      return exclusion;
    }
    boolean onlyByName = !kind.equals("table") && !kind.equals("partitioned");
    List<String> patterns =
        selection.includeTables().stream().filter(it -> !onlyByName || !it.contains("*")).toList();
    return Selection.find(patterns, schema, name).isPresent()
        ? Optional.empty()
        : Optional.of(onlyByName ? kind : "not included");
  }

  private SourceColumn column(String schema, String table, Attribute it) {
    boolean hashed = Selection.find(selection.hashColumns(), schema, table, it.name()).isPresent();
    ColumnPlan plan =
        hashed ? ColumnPlan.text() : ColumnPlan.of(types, it.type(), it.modifier(), encoding);
    Supplier<FieldEncoder> encoder = hashed ? () -> Encoders.hash(hashKey) : plan::encoder;
    Column column =
        new Column(
            it.name(),
            plan.type(),
            it.sourceType(),
            plan.precision(),
            plan.scale(),
            it.nullable(),
            hashed,
            it.comment());
    return new SourceColumn(column, plan.expression(it.name()), encoder);
  }

  private List<String> problems(List<SourceTable> tables) throws SQLException {
    List<String> problems =
        new ArrayList<>(new UnmatchedPatterns(selection, attributes).messages());
    Map<String, SourceTable> byName = new HashMap<>();
    for (SourceTable table : tables) {
      SourceTable other = byName.putIfAbsent(table.tableName(), table);
      if (other != null) {
        problems.add(
            "tables \"%s\" and \"%s\" would both be called \"%s\"; exclude one of them"
                .formatted(other.title(), table.title(), table.tableName()));
      }
      if (table.columns().isEmpty()) {
        problems.add("table \"%s\" has no column left; exclude it".formatted(table.title()));
      }
    }
    String user = SqlNames.quoted(connection.getMetaData().getUserName());
    missingGrants.forEach(it -> problems.add("missing right: GRANT %s TO %s;".formatted(it, user)));
    if (!hidden.isEmpty()) {
      problems.add(
          "row-level security hides rows of %s: ALTER ROLE %s BYPASSRLS;".formatted(hidden, user));
    }
    if (tables.isEmpty()) {
      problems.add("there is no table to read in the schemas " + selection.schemas());
    }
    return problems;
  }
}
