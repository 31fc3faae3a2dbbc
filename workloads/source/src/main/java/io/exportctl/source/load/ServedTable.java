package io.exportctl.source.load;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.csv.CellType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A version of a table as the API shows it: the columns and the queries, whose names are safe. */
public final class ServedTable {

  private static final long MOST_OF_INTEGER = Integer.MAX_VALUE;

  private final Version version;
  private final List<ServedColumn> columns;

  private ServedTable(Version version, List<ServedColumn> columns) {
    this.version = version;
    this.columns = List.copyOf(columns);
  }

  /**
   * A column of the API.
   *
   * @param name that clients see
   * @param sql expression of its value
   * @param type word of the API
   */
  public record ServedColumn(String name, String sql, String type) {}

  /** The columns of a version, with the ids that clients of fetched data know. */
  public static ServedTable of(SourceConfig config, Version version) {
    List<ServedColumn> columns = new ArrayList<>();
    String idType = version.highId() <= MOST_OF_INTEGER ? "INTEGER" : "BIGINT";
    columns.add(new ServedColumn("id", "id", idType));
    if (config.fetch().isPresent() && config.id().isEmpty()) {
      columns.add(new ServedColumn("data_source_row_id", "id", idType));
    }
    for (LoadedColumn column : version.columns()) {
      columns.add(
          new ServedColumn(column.name().text(), column.name().quoted(), column.type().api()));
    }
    return new ServedTable(version, columns);
  }

  /** Returns this table with other names, or without some columns. */
  public ServedTable with(List<ServedColumn> other) {
    return new ServedTable(version, other);
  }

  public Version version() {
    return version;
  }

  public List<ServedColumn> columns() {
    return columns;
  }

  /** Query of the columns {@code id} and {@code row}, the row as a JSON array, from an id on. */
  public String tabular(int limit) {
    String row =
        columns.stream()
            .map(it -> "coalesce(to_json(" + it.sql() + ")::text, 'null')")
            .collect(Collectors.joining(" || ',' || "));
    return "select id, '[' || " + row + " || ']' as row" + from(limit);
  }

  /** Query of the columns {@code id} and {@code row}, the row as a JSON object, from an id on. */
  public String records(int limit) {
    return "select s.row_id as id, row_to_json(r)::text as row from (select id as row_id, "
        + aliased()
        + from(limit)
        + ") s cross join lateral (select "
        + columns.stream().map(it -> "s." + quoted(it)).collect(Collectors.joining(", "))
        + ") r order by s.row_id";
  }

  /**
   * Query of the column {@code row}, the first row that meets a condition as a JSON object.
   *
   * @param condition without names or values from outside but {@code ?}
   */
  public String recordsWhere(String condition) {
    return "select row_to_json(s)::text as row from (select "
        + aliased()
        + " from "
        + version.relation().qualified()
        + " where "
        + version.condition()
        + " and "
        + condition
        + " order by id limit 1) s";
  }

  /** Query of all columns of all rows. */
  public String all() {
    return "select "
        + aliased()
        + " from "
        + version.relation().qualified()
        + " where "
        + version.condition()
        + " order by id";
  }

  private String from(int limit) {
    return " from "
        + version.relation().qualified()
        + " where id >= ? and "
        + version.condition()
        + " order by id limit "
        + limit;
  }

  private String aliased() {
    return columns.stream()
        .map(it -> it.sql() + " as " + quoted(it))
        .collect(Collectors.joining(", "));
  }

  private static String quoted(ServedColumn column) {
    return '"' + column.name() + '"';
  }

  /** True for columns whose type is a time. */
  public static boolean isTimestamp(ServedColumn column) {
    return column.type().equals(CellType.TIMESTAMP.api());
  }
}
