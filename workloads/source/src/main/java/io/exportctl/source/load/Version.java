package io.exportctl.source.load;

import io.exportctl.source.catalogue.SourceConfig.Mode;
import io.exportctl.source.database.ResultRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * State of a table after a load; a walk over pages stays with one of them.
 *
 * @param id of the load
 * @param highId highest id of a row
 * @param file name of the last file
 * @param isKept false once its rows are gone
 */
public record Version(
    long id,
    Mode mode,
    Relation relation,
    List<LoadedColumn> columns,
    long highId,
    long rows,
    Instant loadedAt,
    String file,
    String configHash,
    boolean isKept) {

  /** Copies the list. */
  public Version {
    columns = List.copyOf(columns);
  }

  static Version from(ResultRow row) {
    return new Version(
        row.number("id"),
        Mode.valueOf(row.text("mode").toUpperCase(Locale.ROOT)),
        new Relation(row.text("relation")),
        LoadedColumn.parse(row.text("columns")),
        row.number("high_id"),
        row.number("row_count"),
        row.time("finished_at"),
        row.text("file_name"),
        row.text("config_hash"),
        row.truth("is_kept"));
  }

  /** Condition of the rows of this version, without values from outside. */
  public String condition() {
    String bound = "id <= " + highId;
    return mode == Mode.SNAPSHOT
        ? bound + " and first_load <= " + id + " and (gone_load is null or gone_load > " + id + ")"
        : bound;
  }
}
