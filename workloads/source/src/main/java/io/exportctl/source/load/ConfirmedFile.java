package io.exportctl.source.load;

import io.exportctl.source.catalogue.SourceConfig;
import io.exportctl.source.database.Sql;
import java.util.UUID;

/**
 * A file that a person uploaded and confirmed; its bytes are in the object store already.
 *
 * @param name on the person's computer
 * @param hash SHA-256 of the bytes
 * @param size in bytes
 * @param choice of the person
 */
public record ConfirmedFile(String key, String name, String hash, long size, Choice choice) {

  /**
   * Registers the file as the newest that waits for its load.
   *
   * @return the file's id
   */
  public UUID register(Sql sql, SourceConfig config) {
    Registry.ensure(sql, config);
    return sql.row(
            "insert into operations.file (dataset, origin, object_key, file_name, size_bytes, sha256,"
                + " state, chosen) values (?, 'uploaded', ?, ?, ?, ?, 'processing', ?::jsonb)"
                + " on conflict (dataset, file_name, sha256) do update set state = 'processing',"
                + " number = nextval('operations.file_number'), error = null, updated_at = now(),"
                + " object_key = excluded.object_key, chosen = excluded.chosen returning id",
            config.name(),
            key,
            name,
            size,
            hash,
            choice.json())
        .orElseThrow()
        .uuid("id");
  }
}
