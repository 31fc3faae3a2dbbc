package io.exportctl.source.load;

import io.exportctl.source.database.Sql;
import java.util.List;
import java.util.Optional;

/** The versions of a dataset's table. */
public final class Versions {

  private static final String SELECT =
      "select l.id, l.mode, l.relation, l.columns::text as columns, l.high_id, l.row_count,"
          + " l.finished_at, f.file_name, l.config_hash, l.dropped_at is null as is_kept"
          + " from operations.load l join operations.file f on f.id = l.file_id ";

  private Versions() {}

  /** The version that is served. */
  public static Optional<Version> current(Sql sql, String dataset) {
    return sql.row(
            SELECT + "join operations.dataset d on d.current_load = l.id where d.name = ?", dataset)
        .map(Version::from);
  }

  public static Optional<Version> find(Sql sql, String dataset, long id) {
    return sql.row(
            SELECT + "where l.dataset = ? and l.id = ? and l.state in ('done', 'superseded')",
            dataset,
            id)
        .map(Version::from);
  }

  /** All versions, the newest first. */
  public static List<Version> all(Sql sql, String dataset) {
    return sql
        .rows(
            SELECT + "where l.dataset = ? and l.state in ('done', 'superseded') order by l.id desc",
            dataset)
        .stream()
        .map(Version::from)
        .toList();
  }

  /** Makes a version the one that is served. */
  static void swap(Sql sql, String dataset, long id) {
    sql.update(
        "update operations.load set state = 'superseded', superseded_at = now()"
            + " where id = (select current_load from operations.dataset where name = ?) and id <> ?",
        dataset,
        id);
    sql.update("update operations.load set state = 'done', superseded_at = null where id = ?", id);
    sql.update("update operations.dataset set current_load = ? where name = ?", id, dataset);
  }
}
