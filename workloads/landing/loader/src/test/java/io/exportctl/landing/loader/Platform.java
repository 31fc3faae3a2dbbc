package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.landing.format.Keys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;

/** The platform's side: both buckets, the catalog, the loader, and a queue of its steps. */
final class Platform {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-09-01T00:00:00Z"));

  private final S3Client s3;
  private final String landing;
  private final S3Bucket curated;
  private final Catalogue catalogue;
  private final Path folder;
  private final Settings settings;

  Platform(
      S3Client s3,
      String landing,
      String curated,
      Catalogue catalogue,
      Path folder,
      Settings settings) {
    this.s3 = s3;
    this.landing = landing;
    this.curated = new S3Bucket(s3, curated);
    this.catalogue = catalogue;
    this.folder = folder;
    this.settings = settings;
  }

  static Settings settings(boolean frozen) {
    return new Settings(
        Sender.DATASET,
        NamePatterns.of(List.of("audit_*")),
        NamePatterns.of(List.of("*.email")),
        frozen);
  }

  Sender sender(String timestamp) {
    return new Sender(s3, landing, timestamp);
  }

  Loader loader() {
    S3Bucket bucket = new S3Bucket(s3, landing);
    return new Loader(
        settings, bucket, curated, new PartLoader(bucket, curated, folder, 200), catalogue, CLOCK);
  }

  /** Runs the steps of an extraction whose manifest has arrived, and returns its verdict. */
  String load(String timestamp) throws Exception {
    Loader loader = loader();
    Deque<Integer> parts = new ArrayDeque<>();
    int count = loader.arrived(timestamp).parts();
    for (int index = 0; index < count; index++) {
      parts.add(index);
    }
    while (!parts.isEmpty()) {
      loader.part(timestamp, parts.remove());
    }
    return verdict(timestamp).orElse("none");
  }

  Optional<String> verdict(String timestamp) throws Exception {
    return new S3Bucket(s3, landing)
        .read(Sender.DATASET + "/" + Keys.of(Sender.DATASET, timestamp).result(), 1 << 20)
        .map(it -> new String(it, UTF_8));
  }

  /** Tables of both databases, with their columns. */
  Map<String, String> tables() {
    Map<String, String> tables = new TreeMap<>();
    for (String database : List.of(settings.database(), settings.historyDatabase())) {
      for (String name : catalogue.names(database)) {
        CatalogueTable table = catalogue.find(database, name).orElseThrow();
        tables.put(
            database + "." + name,
            String.join(
                ", ", table.columns().stream().map(it -> it.name() + " " + it.type()).toList()));
      }
    }
    return tables;
  }

  /** Rows of the newest state of a table. */
  List<Map<String, String>> newest(String table) throws Exception {
    return rows(catalogue.find(settings.database(), table).orElseThrow().location());
  }

  /** Rows of each extraction of a table. */
  Map<String, List<Map<String, String>>> history(String table) throws Exception {
    Map<String, List<Map<String, String>>> rows = new TreeMap<>();
    for (Catalogue.Partition it : catalogue.partitions(settings.historyDatabase(), table)) {
      rows.put(it.timestamp(), rows(it.location()));
    }
    return rows;
  }

  private List<Map<String, String>> rows(String location) throws Exception {
    String prefix = location.substring(curated.uri("").length());
    List<Map<String, String>> rows = new ArrayList<>();
    for (var object : curated.list(prefix)) {
      Path file = folder.resolve("read.parquet");
      curated.download(object.key(), file);
      rows.addAll(ParquetFile.rows(file));
      Files.delete(file);
    }
    return rows;
  }
}
