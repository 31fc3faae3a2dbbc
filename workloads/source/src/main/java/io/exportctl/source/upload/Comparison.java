package io.exportctl.source.upload;

import io.exportctl.source.catalogue.ColumnConfig;
import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.database.Database;
import io.exportctl.source.load.Arrivals;
import io.exportctl.source.load.LoadedColumn;
import io.exportctl.source.load.Version;
import io.exportctl.source.load.Versions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Differences between an upload and the version that is served.
 *
 * @param current missing before the first load
 * @param isKnown true if a load would change nothing
 * @param isAgain true if a file of this name, with other bytes, is part of the version
 */
public record Comparison(Optional<Version> current, boolean isKnown, boolean isAgain) {

  public static Comparison of(Database database, SourceConfig config, Upload upload) {
    return database.inTransaction(
        sql ->
            new Comparison(
                Versions.current(sql, config.name()),
                Arrivals.isKnown(sql, config, upload.sha256()),
                sql.row(
                        "select id from operations.file where dataset = ? and file_name = ?"
                            + " and sha256 <> ? and state = 'processed' limit 1",
                        config.name(),
                        upload.fileName(),
                        upload.sha256())
                    .isPresent()));
  }

  /** Sentences about columns that come, go, or change their type. */
  public List<String> columns(List<ColumnConfig> chosen) {
    List<String> sentences = new ArrayList<>();
    if (current.isEmpty()) {
      return sentences;
    }
    Map<String, LoadedColumn> before = new LinkedHashMap<>();
    current.get().columns().forEach(it -> before.put(it.name().text(), it));
    List<String> added = new ArrayList<>();
    for (ColumnConfig column : chosen) {
      String name = column.name().text();
      LoadedColumn old = before.remove(name);
      if (old == null) {
        added.add(name);
      } else if (old.type() != column.type()) {
        sentences.add(
            "type of %s: %s before, %s now"
                .formatted(name, old.type().word(), column.type().word()));
      }
    }
    if (!added.isEmpty()) {
      sentences.add("new: " + String.join(", ", added));
    }
    if (!before.isEmpty()) {
      sentences.add("no longer there: " + String.join(", ", before.keySet()));
    }
    return sentences;
  }
}
