package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.landing.format.Compression;
import io.exportctl.landing.format.Encoding;
import io.exportctl.landing.format.Keys;
import io.exportctl.landing.format.Manifest;
import io.exportctl.landing.format.ManifestWriter;
import io.exportctl.landing.format.Names;
import io.exportctl.landing.format.Part;
import io.exportctl.landing.format.Snapshot;
import io.exportctl.landing.format.Table;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A service that writes an extraction of the dataset {@code notes_dev} as the extractor does. */
final class Sender {

  static final String DATASET = "notes_dev";

  private final S3Client s3;
  private final String bucket;
  private final String timestamp;
  private final List<Table> tables = new ArrayList<>();

  Sender(S3Client s3, String bucket, String timestamp) {
    this.s3 = s3;
    this.bucket = bucket;
    this.timestamp = timestamp;
  }

  static Column column(String name, ColumnType type) {
    return new Column(name, type, type.id(), 0, 0, true, false, "");
  }

  /**
   * Writes the parts of a table.
   *
   * @param parts lines of each part
   */
  Sender table(String name, List<Column> columns, String... parts) throws Exception {
    List<Part> written = new ArrayList<>();
    for (String lines : parts) {
      byte[] json = lines.getBytes(UTF_8);
      byte[] stored = Zstd.compress(json);
      String key =
          Keys.of(DATASET, timestamp)
              .part(Names.table("public", name), written.size(), 0, Compression.ZSTD);
      put(key, stored);
      written.add(new Part(key, lines.lines().count(), json.length, stored.length, sha256(stored)));
    }
    return add(name, columns, written);
  }

  /** Writes a table with one part whose compressed content need not be lines. */
  Sender stored(String name, List<Column> columns, byte[] stored, long rows, long jsonBytes)
      throws Exception {
    String key =
        Keys.of(DATASET, timestamp).part(Names.table("public", name), 0, 0, Compression.ZSTD);
    put(key, stored);
    return add(
        name, columns, List.of(new Part(key, rows, jsonBytes, stored.length, sha256(stored))));
  }

  private Sender add(String name, List<Column> columns, List<Part> parts) {
    tables.add(
        new Table(
            "public",
            name,
            Names.table("public", name),
            "table",
            "",
            parts.stream().mapToLong(Part::rows).sum(),
            parts.stream().mapToLong(Part::jsonBytes).sum(),
            columns,
            List.of(),
            parts));
    return this;
  }

  void send() {
    send(manifest -> manifest);
  }

  /** Writes the manifest after a change. */
  void send(UnaryOperator<Manifest> change) {
    put(Keys.of(DATASET, timestamp).manifest(), ManifestWriter.write(change.apply(manifest())));
  }

  Manifest manifest() {
    return new Manifest(
        DATASET,
        timestamp,
        new Snapshot("2026-08-01T01:00:00Z", "0/1", "18.1", false),
        Encoding.EXACT,
        Compression.ZSTD,
        tables,
        List.of());
  }

  /**
   * Writes an object of the dataset.
   *
   * @param key below the dataset's prefix
   */
  void put(String key, byte[] content) {
    s3.putObject(
        it -> it.bucket(bucket).key(DATASET + "/" + key).expectedBucketOwner(Platform.ACCOUNT),
        RequestBody.fromBytes(content));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
