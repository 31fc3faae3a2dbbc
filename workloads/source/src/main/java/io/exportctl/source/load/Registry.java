package io.exportctl.source.load;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.database.Sql;
import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows of datasets and files. */
final class Registry {

  private Registry() {}

  /**
   * Makes sure that the dataset has a row.
   *
   * @throws StoreException if another dataset has its table
   */
  static void ensure(Sql sql, SourceConfig config) {
    String schema = config.table().schema();
    String table = config.table().table();
    boolean taken =
        sql.row(
                "select name from operations.dataset"
                    + " where schema_name = ? and table_name = ? and name <> ?",
                schema,
                table,
                config.name())
            .isPresent();
    if (taken) {
      throw StoreException.failed(
          "table-in-use", "another dataset has the table " + config.table() + "; choose another");
    }
    sql.update(
        "insert into operations.dataset (name, schema_name, table_name) values (?, ?, ?)"
            + " on conflict (name) do nothing",
        config.name(),
        schema,
        table);
    // An update of the names waits for a load that runs, so there is none if they are the same.
    sql.update(
        "update operations.dataset set schema_name = ?, table_name = ?"
            + " where name = ? and (schema_name, table_name) <> (?, ?)",
        schema,
        table,
        config.name(),
        schema,
        table);
  }

  /**
   * Files that wait for their load, in their order; for whole tables only those after the current.
   */
  static List<StoredFile> pending(Sql sql, SourceConfig config) {
    String later =
        config.mode() == SourceConfig.Mode.INCREMENTAL
            ? ""
            : " and not exists (select 1 from operations.dataset d"
                + " join operations.load l on l.id = d.current_load"
                + " join operations.file c on c.id = l.file_id where d.name = f.dataset and"
                + " (coalesce(c.source_date, '-infinity'), c.number)"
                + " > (coalesce(f.source_date, '-infinity'), f.number))";
    return files(
        sql, "f.dataset = ? and f.state in ('processing', 'failed')" + later, config.name());
  }

  /** Files whose rows an incremental table holds, in their order. */
  static List<StoredFile> processed(Sql sql, SourceConfig config) {
    return files(sql, "f.dataset = ? and f.state = 'processed'", config.name());
  }

  static Optional<StoredFile> fileOf(Sql sql, long load) {
    return files(sql, "f.id = (select file_id from operations.load where id = ?)", load).stream()
        .findFirst();
  }

  private static List<StoredFile> files(Sql sql, String condition, Object value) {
    return sql
        .rows(
            "select "
                + StoredFile.COLUMNS
                + " from operations.file f where "
                + condition
                + " order by "
                + StoredFile.ORDER,
            value)
        .stream()
        .map(StoredFile::from)
        .toList();
  }

  static void setState(Sql sql, StoredFile file, String state) {
    sql.update(
        "update operations.file set state = ?, error = null, updated_at = now() where id = ?",
        state,
        file.id());
  }

  /** Notes that a file could not be loaded. */
  static void fail(Sql sql, SourceConfig config, StoredFile file, Fault fault) {
    String error = FaultJson.write(fault);
    sql.update(
        "update operations.file set state = case state when 'processed' then state else 'failed' end,"
            + " error = ?::jsonb, attempts = attempts + 1,"
            + " updated_at = now() where id = ?",
        error,
        file.id());
    sql.update(
        "insert into operations.load (dataset, file_id, mode, state, config_hash, finished_at, error)"
            + " values (?, ?, ?, 'failed', ?, now(), ?::jsonb)",
        config.name(),
        file.id(),
        mode(config),
        config.rowsHash(),
        error);
  }

  static String mode(SourceConfig config) {
    return config.mode().name().toLowerCase(Locale.ROOT);
  }
}
