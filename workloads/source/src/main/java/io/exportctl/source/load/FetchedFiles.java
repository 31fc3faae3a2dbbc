package io.exportctl.source.load;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.database.Database;
import io.exportctl.source.database.ResultRow;
import io.exportctl.source.fault.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Notes of the fetches of sources. */
public final class FetchedFiles {

  private final Database database;

  public FetchedFiles(Database database) {
    this.database = database;
  }

  /** A fetched file as it is stored. */
  public record Known(
      String name, Optional<LocalDate> date, Optional<String> etag, Optional<String> lastModified) {

    private static Known from(ResultRow row) {
      return new Known(
          row.text("file_name"),
          row.findDate("source_date"),
          row.findText("etag"),
          row.findText("last_modified"));
    }
  }

  /** Files of a source that were fetched, the oldest first. */
  public List<Known> known(SourceConfig config) {
    return database
        .inTransaction(
            sql ->
                sql.rows(
                    "select f.file_name, f.source_date, f.etag, f.last_modified"
                        + " from operations.file f where f.dataset = ? and f.origin = 'fetched'"
                        + " order by "
                        + StoredFile.ORDER,
                    config.name()))
        .stream()
        .map(Known::from)
        .toList();
  }

  /** Notes a fetch, and its fault if it failed. */
  public void note(SourceConfig config, Optional<Fault> fault) {
    database.inTransaction(
        sql -> {
          Registry.ensure(sql, config);
          return sql.update(
              "update operations.dataset set fetched_at = now(), fetch_error = ?::jsonb"
                  + " where name = ?",
              fault.map(FaultJson::write),
              config.name());
        });
  }

  /** True if files of a source wait for their load. */
  public boolean isWaiting(SourceConfig config) {
    return database.inTransaction(sql -> !Registry.pending(sql, config).isEmpty());
  }
}
