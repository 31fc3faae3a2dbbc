package io.exportctl.source.load;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.database.Database;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.objects.ObjectStore;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes over the objects of a source that no row knows: those of an older system, and those whose
 * row was not written before the process died.
 */
public final class Adoption {

  private final Database database;
  private final ObjectStore objects;

  public Adoption(Database database, ObjectStore objects) {
    this.database = database;
    this.objects = objects;
  }

  /** The date of a file by its name. */
  @FunctionalInterface
  public interface Dates {

    Optional<LocalDate> of(String name);
  }

  /**
   * Takes over what there is.
   *
   * @return names of the files
   * @throws StoreException if the objects cannot be read
   */
  public List<String> run(SourceConfig config, Dates dates) {
    String folder = Arrivals.folder(config);
    List<String> adopted = new ArrayList<>();
    try {
      for (ObjectStore.Entry entry : objects.list(folder)) {
        String name = entry.key().substring(folder.length());
        if (!name.isEmpty() && !name.contains("/") && isOrphan(config, entry.key())) {
          register(config, entry, name, dates.of(name));
          adopted.add(name);
        }
      }
      return adopted;
    } catch (IOException e) {
      throw StoreException.failed(
          "storage-failed", "the stored files cannot be read; check STORE_OBJECTS", e);
    }
  }

  /** Sources of one schema share a folder, so that nothing of theirs is taken over. */
  private boolean isOrphan(SourceConfig config, String key) {
    return database.inTransaction(
        sql -> {
          Registry.ensure(sql, config);
          return sql.row("select 1 as known from operations.file where object_key = ?", key)
                  .isEmpty()
              && sql.row(
                      "select 1 as shared from operations.dataset"
                          + " where schema_name = ? and name <> ?",
                      config.table().schema(),
                      config.name())
                  .isEmpty();
        });
  }

  private void register(
      SourceConfig config, ObjectStore.Entry entry, String name, Optional<LocalDate> date)
      throws IOException {
    String hash = Sha256.of(objects, entry.key());
    database.inTransaction(
        sql ->
            sql.update(
                "insert into operations.file (dataset, origin, object_key, file_name, source_date,"
                    + " size_bytes, sha256, state)"
                    + " values (?, 'fetched', ?, ?, ?, ?, ?, 'processing') on conflict do nothing",
                config.name(),
                entry.key(),
                name,
                date,
                entry.size(),
                hash));
  }
}
