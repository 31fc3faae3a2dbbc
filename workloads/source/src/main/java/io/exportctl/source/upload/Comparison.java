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
 */
public record Comparison(Optional<Version> current, boolean isKnown) {

  public static Comparison of(Database database, SourceConfig config, Upload upload) {
    return database.inTransaction(
        sql ->
            new Comparison(
                Versions.current(sql, config.name()),
                Arrivals.isKnown(sql, config, upload.sha256())));
  }

  /** Sentences about columns that come, go, or change their type. */
  public List<String> columns(List<ColumnConfig> chosen) {
    List<String> sentences = new ArrayList<>();
    if (current.isEmpty()) {
      return sentences;
    }
    Map<String, LoadedColumn> before = new LinkedHashMap<>();
    current.get().columns().forEach(it -> before.put(it.name().text(), it));
    for (ColumnConfig column : chosen) {
      String name = column.name().text();
      LoadedColumn old = before.remove(name);
      if (old == null) {
        sentences.add("Column \"" + name + "\" is new.");
      } else if (old.type() != column.type()) {
        sentences.add(
            "Column \"%s\" changes from %s to %s."
                .formatted(name, old.type().word(), column.type().word()));
      }
    }
    before
        .keySet()
        .forEach(it -> sentences.add("Column \"" + it + "\" goes: the file does not have it."));
    return sentences;
  }
}
