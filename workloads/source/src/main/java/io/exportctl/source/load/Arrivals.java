package io.exportctl.source.load;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.catalogue.SourceConfig.Mode;
import io.exportctl.source.database.Database;
import io.exportctl.source.database.Sql;
import io.exportctl.source.fault.StoreException;
import io.exportctl.source.objects.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Takes files in: their bytes to the object store, then a row that they wait for their load. */
public final class Arrivals {

  private static final int HASH_DIGITS = 12;
  private static final int LONGEST_NAME = 200;

  private final Database database;
  private final ObjectStore objects;

  public Arrivals(Database database, ObjectStore objects) {
    this.database = database;
    this.objects = objects;
  }

  /**
   * A file on this machine.
   *
   * @param name by which its source knows it; unique among the files that count together
   * @param url that it was fetched from; missing for an upload
   * @param etag and lastModified as the server sent them
   */
  public record Arrival(
      Path file,
      String name,
      Optional<String> url,
      Optional<LocalDate> date,
      Optional<String> etag,
      Optional<String> lastModified) {

    /** A file that somebody uploads. */
    public static Arrival uploaded(Path file, String name) {
      return new Arrival(
          file, name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /**
   * Stores a file.
   *
   * @return false if its bytes are those of the newest file, or of any file of an incremental
   *     source
   * @throws StoreException if it cannot be stored
   */
  public boolean add(SourceConfig config, Arrival arrival) {
    try {
      String hash = Sha256.of(arrival.file());
      long size = Files.size(arrival.file());
      Optional<String> known =
          database.inTransaction(
              sql -> {
                Registry.ensure(sql, config);
                return keyOfKnown(sql, config, hash);
              });
      if (known.isPresent()) {
        Entry same = new Entry(known.get(), hash, size, "ignored");
        // Its row lets the next fetch ask whether it changed.
        arrival.url().ifPresent(it -> register(config, arrival, same));
        return false;
      }
      register(config, arrival, new Entry(store(config, arrival, hash), hash, size, "processing"));
      return true;
    } catch (IOException e) {
      throw StoreException.failed(
          "storage-failed", "the file could not be stored; check STORE_OBJECTS", e);
    }
  }

  /** Makes sure that a source has its row. */
  public static void ensure(Sql sql, SourceConfig config) {
    Registry.ensure(sql, config);
  }

  /** True if a load of the bytes would change nothing. */
  public static boolean isKnown(Sql sql, SourceConfig config, String hash) {
    return keyOfKnown(sql, config, hash).isPresent();
  }

  /** Finds the object with these bytes among those that count as the newest. */
  private static Optional<String> keyOfKnown(Sql sql, SourceConfig config, String hash) {
    String newest =
        " and number = (select max(number) from operations.file f where f.dataset = file.dataset)";
    return sql.row(
            "select object_key from operations.file where dataset = ? and sha256 = ?"
                + (config.mode() == Mode.INCREMENTAL ? "" : newest)
                + " limit 1",
            config.name(),
            hash)
        .map(it -> it.text("object_key"));
  }

  static String folder(SourceConfig config) {
    return "datasets/" + config.table().schema().replace('.', '/') + "/";
  }

  private String store(SourceConfig config, Arrival arrival, String hash) throws IOException {
    String folder = arrival.url().isPresent() ? folder(config) : "uploads/" + config.name() + "/";
    String key = folder + safe(arrival.name());
    if (objects.put(key, arrival.file()) || Sha256.of(objects, key).equals(hash)) {
      return key;
    }
    // Other bytes under the same name get a key of their own: nothing is overwritten.
    String other = key + "." + hash.substring(0, HASH_DIGITS);
    objects.put(other, arrival.file());
    return other;
  }

  /** Returns a name of letters, digits, dots, hyphens and underscores only. */
  public static String safe(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[.]+", "_");
    return safe.isEmpty() ? "file" : safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
  }

  /** Place and contents of a file, and the state that its row gets. */
  private record Entry(String key, String hash, long size, String state) {}

  private void register(SourceConfig config, Arrival arrival, Entry entry) {
    // Bytes that came before count as new if they wait for a load, and else only get the headers.
    String again =
        entry.state().equals("processing")
            ? "state = 'processing', number = nextval('operations.file_number'), error = null,"
                + " source_date = excluded.source_date,"
            : "";
    database.inTransaction(
        sql ->
            sql.update(
                "insert into operations.file (dataset, origin, object_key, file_name, source_url,"
                    + " source_date, etag, last_modified, size_bytes, sha256, state)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (dataset, file_name, sha256) do update set "
                    + again
                    + " etag = excluded.etag, last_modified = excluded.last_modified,"
                    + " updated_at = now()",
                config.name(),
                arrival.url().isPresent() ? "fetched" : "uploaded",
                entry.key(),
                arrival.name(),
                arrival.url(),
                arrival.date(),
                arrival.etag(),
                arrival.lastModified(),
                entry.size(),
                entry.hash(),
                entry.state()));
  }
}
