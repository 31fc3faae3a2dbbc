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
import java.util.UUID;

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
      boolean known =
          database.inTransaction(
              sql -> {
                Registry.ensure(sql, config);
                return isKnown(sql, config, hash);
              });
      if (known) {
        return false;
      }
      String key = store(config, arrival, hash);
      database.inTransaction(sql -> register(sql, config, arrival, key, hash, size));
      return true;
    } catch (IOException e) {
      throw StoreException.failed(
          "storage-failed", "the file could not be stored; check STORE_OBJECTS", e);
    }
  }

  /** An upload whose bytes are in the object store already. */
  public record Confirmed(String key, String name, String hash, long size, Choice choice) {}

  /**
   * Registers a confirmed upload as the newest file that waits for its load.
   *
   * @return the file's id
   */
  public static UUID register(Sql sql, SourceConfig config, Confirmed confirmed) {
    ensure(sql, config);
    Arrival arrival = Arrival.uploaded(Path.of(""), confirmed.name());
    register(sql, config, arrival, confirmed.key(), confirmed.hash(), confirmed.size());
    return sql.row(
            "update operations.file set chosen = ?::jsonb, object_key = ?"
                + " where dataset = ? and file_name = ? and sha256 = ? returning id",
            confirmed.choice().json(),
            confirmed.key(),
            config.name(),
            confirmed.name(),
            confirmed.hash())
        .orElseThrow()
        .uuid("id");
  }

  /** Makes sure that a source has its row. */
  public static void ensure(Sql sql, SourceConfig config) {
    Registry.ensure(sql, config);
  }

  /** True if a load of the bytes would change nothing. */
  public static boolean isKnown(Sql sql, SourceConfig config, String hash) {
    String newest =
        config.mode() == Mode.INCREMENTAL
            ? ""
            : " and number = (select max(number) from operations.file where dataset = ?)";
    String query = "select id from operations.file where dataset = ? and sha256 = ?" + newest;
    return config.mode() == Mode.INCREMENTAL
        ? sql.row(query, config.name(), hash).isPresent()
        : sql.row(query, config.name(), hash, config.name()).isPresent();
  }

  private String store(SourceConfig config, Arrival arrival, String hash) throws IOException {
    String folder =
        arrival.url().isPresent()
            ? "datasets/" + config.table().schema().replace('.', '/') + "/"
            : "uploads/" + config.name() + "/";
    String key = folder + safe(arrival.name());
    if (objects.put(key, arrival.file()) || Sha256.of(objects, key).equals(hash)) {
      return key;
    }
    // Other bytes under the same name get a key of their own: nothing is overwritten.
    String other = key + "." + hash.substring(0, HASH_DIGITS);
    objects.put(other, arrival.file());
    return other;
  }

  private static String safe(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[.]+", "_");
    return safe.isEmpty() ? "file" : safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
  }

  private static int register(
      Sql sql, SourceConfig config, Arrival arrival, String key, String hash, long size) {
    return sql.update(
        "insert into operations.file (dataset, origin, object_key, file_name, source_url,"
            + " source_date, etag, last_modified, size_bytes, sha256, state)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'processing')"
            + " on conflict (dataset, file_name, sha256) do update set state = 'processing',"
            + " number = nextval('operations.file_number'), error = null, updated_at = now(),"
            + " source_date = excluded.source_date",
        config.name(),
        arrival.url().isPresent() ? "fetched" : "uploaded",
        key,
        arrival.name(),
        arrival.url(),
        arrival.date(),
        arrival.etag(),
        arrival.lastModified(),
        size,
        hash);
  }
}
