package io.exportctl.collection.ingestion.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.collection.ingestion.config.Digests;
import java.io.Serializable;
import java.security.MessageDigest;
import java.util.Set;
import org.apache.spark.sql.Encoders;

/**
 * SHA-256 of the ids that were erased, and stay away when their files are read again.
 *
 * @param digests in hexadecimal
 */
public record ErasedIds(Set<String> digests) implements Serializable {

  private static final long serialVersionUID = 1;

  /** Reads the ledger of a job's erasures. */
  public static ErasedIds load(Warehouse warehouse, Tables tables) {
    return new ErasedIds(
        Set.copyOf(
            warehouse
                .read(tables.erased())
                .select("id_sha256")
                .as(Encoders.STRING())
                .collectAsList()));
  }

  /** Returns true if the id was erased. */
  public boolean contains(String id) {
    if (digests.isEmpty()) {
      return false;
    }
    MessageDigest digest = Digests.sha256();
    return digests.contains(Digests.text(digest.digest(id.getBytes(UTF_8))));
  }
}
