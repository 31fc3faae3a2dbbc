package io.exportctl.source.load;

import io.exportctl.source.catalogue.ColumnConfig;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.csv.RejectedRows;
import io.exportctl.source.database.ResultRow;
import io.exportctl.source.database.Sql;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.objects.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One load in its transaction.
 *
 * @param current the version that is served now
 * @param opened the files to read, in their order
 */
record LoadContext(
    Sql sql,
    SourceConfig config,
    Optional<Version> current,
    List<OpenedFile> opened,
    List<ColumnConfig> columns,
    long load,
    Halt halt) {

  /** Rows of a load by their fate. */
  record Counts(Relation relation, long highId, long rows, long read, long added, long removed) {}

  static long begin(Sql sql, SourceConfig config, StoredFile file) {
    ResultRow row =
        sql.row(
                "insert into operations.load (dataset, file_id, mode, state, config_hash)"
                    + " values (?, ?, ?, 'running', ?) returning id",
                config.name(),
                file.id(),
                Registry.mode(config),
                config.rowsHash())
            .orElseThrow();
    return row.number("id");
  }

  List<LoadedColumn> loadedColumns() {
    return LoadedColumn.of(columns);
  }

  StoredFile lastFile() {
    return opened.get(opened.size() - 1).file();
  }

  /**
   * Refuses a version with fewer rows than expected.
   *
   * @throws StoreException with the numbers
   */
  void expect(long rows) {
    long least = config.expect().minRows().orElse(0);
    if (rows < least) {
      throw StoreException.refused(
          Fault.of("too-few-rows", "there are %d rows, fewer than %d".formatted(rows, least)));
    }
    if (current.isPresent() && config.expect().maxShrinkPercent().isPresent()) {
      long before = current.get().rows();
      int percent = config.expect().maxShrinkPercent().getAsInt();
      if (rows * 100 < before * (100 - percent)) {
        throw StoreException.refused(
            Fault.of(
                "shrunk",
                "there are %d rows after %d, more than %d %% fewer"
                    .formatted(rows, before, percent)));
      }
    }
  }

  /** Ends the load: the version is served, and who has to be told is noted. */
  void finish(Counts counts, RejectedRows rejected) {
    sql.update(
        "update operations.load set state = 'done', relation = ?, low_id = 1, high_id = ?,"
            + " row_count = ?, columns = ?::jsonb, rows_read = ?, rows_added = ?, rows_removed = ?,"
            + " rows_rejected = ?, finished_at = clock_timestamp() where id = ?",
        counts.relation().name(),
        counts.highId(),
        counts.rows(),
        LoadedColumn.json(loadedColumns()),
        counts.read(),
        counts.added(),
        counts.removed(),
        rejected.count(),
        load);
    Versions.swap(sql, config.name(), load);
    opened.forEach(it -> Registry.setState(sql, it.file(), "processed"));
    if (config.tell().isPresent() && counts.added() + counts.removed() > 0) {
      sql.update(
          "insert into operations.outbox (load_id, kind, state) values (?, ?, 'due')",
          load,
          config.tell().get().airflow().isPresent() ? "airflow" : "webhook");
    }
  }

  /** Keeps the rows that were put aside. */
  void keepRejected(ObjectStore objects, Path file, RejectedRows rejected) throws IOException {
    if (rejected.count() > 0) {
      objects.put("rejected/" + config.name() + "/" + load + ".csv", file);
    }
  }
}
