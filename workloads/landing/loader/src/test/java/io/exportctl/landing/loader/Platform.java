package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.exportctl.landing.format.Keys;
import io.exportctl.s3.Bucket;
import io.exportctl.s3.FaultS3;
import java.io.IOException;
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
import software.amazon.awssdk.services.s3.model.S3Object;

/** The platform's side: both buckets, the catalog, the loader, and a queue of its steps. */
final class Platform {

  /** Id of the account to which both buckets belong; moto's. */
  static final String ACCOUNT = "123456789012";

  static final int HISTORY_DAYS = 30;

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-09-01T00:00:00Z"));

  private final S3Client s3;
  private final String landing;
  private final S3Bucket curated;
  private final Catalogue catalogue;
  private final Path folder;
  private final Settings settings;
  private final InstantSource clock;

  /** Conversion of parts, which tests of many schedules replace. */
  Converter converter = new ParquetWriter(200);

  Platform(
      S3Client s3,
      String landing,
      String curated,
      Catalogue catalogue,
      Path folder,
      Settings settings) {
    this(s3, landing, curated, catalogue, folder, settings, CLOCK);
  }

  Platform(
      S3Client s3,
      String landing,
      String curated,
      Catalogue catalogue,
      Path folder,
      Settings settings,
      InstantSource clock) {
    this.s3 = s3;
    this.landing = landing;
    this.curated = bucket(s3, curated);
    this.catalogue = catalogue;
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
  }

  static Settings settings(boolean frozen) {
    return new Settings(
        Sender.DATASET,
        NamePatterns.of(List.of("audit_*")),
        NamePatterns.of(List.of("*.email")),
        NamePatterns.of(List.of("*.nino")),
        frozen,
        HISTORY_DAYS);
  }

  /** S3 with both buckets in the platform's account, each call of which must say so. */
  static FaultS3 s3() {
    FaultS3 s3 = FaultS3.create();
    for (Bucket bucket : List.of(s3.export, s3.target)) {
      bucket.owner = ACCOUNT;
      bucket.ownerMustBeExpected = true;
      // The function may list its own folder only, so that S3 answers 403 for a missing object.
      bucket.mayBeListed = false;
    }
    return s3;
  }

  static S3Bucket bucket(S3Client s3, String name) {
    return new S3Bucket(s3, name, ACCOUNT);
  }

  Sender sender(String timestamp) {
    return new Sender(s3, landing, timestamp);
  }

  Loader loader() {
    S3Bucket bucket = bucket(s3, landing);
    return new Loader(
        settings,
        bucket,
        curated,
        new PartLoader(bucket, curated, folder, converter),
        catalogue,
        clock);
  }

  Sweep.Findings sweep(Instant now) throws IOException {
    return new Sweep(settings, bucket(s3, landing)).run(now);
  }

  Retention.Deleted deleteOld(Instant now) throws IOException {
    return new Retention(settings, bucket(s3, landing), curated, catalogue).run(now);
  }

  /** Keys in the curated bucket. */
  List<String> files() {
    return curated.list("").stream().map(S3Object::key).toList();
  }

  /** Number of files at a location. */
  int countFiles(String location) {
    return curated.list(location.substring(curated.uri("").length())).size();
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
    return bucket(s3, landing)
        .read(Sender.DATASET + "/" + Keys.of(Sender.DATASET, timestamp).result(), 1 << 20)
        .map(it -> new String(it, UTF_8));
  }

  /** Tables of both databases, with their columns. */
  Map<String, String> tables() {
    Map<String, String> tables = new TreeMap<>();
    for (String database : List.of(settings.database(), settings.historyDatabase())) {
      for (CatalogueTable table : catalogue.tables(database)) {
        tables.put(
            database + "." + table.name(),
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

  /** Downloads the only file of the newest state of a table. */
  void download(String table, Path file) throws IOException {
    downloadOnly(catalogue.find(settings.database(), table).orElseThrow().location(), file);
  }

  /** Downloads the only file of a partition. */
  void download(Catalogue.Partition partition, Path file) throws IOException {
    downloadOnly(partition.location(), file);
  }

  private void downloadOnly(String location, Path file) throws IOException {
    List<S3Object> objects = curated.list(location.substring(curated.uri("").length()));
    if (objects.size() != 1) {
      throw new IllegalStateException("%s has %d files".formatted(location, objects.size()));
    }
    curated.download(objects.get(0).key(), file);
  }

  /** Keys and ETags of the files of each extraction of a table. */
  Map<String, Map<String, String>> partitionFiles(String table) {
    Map<String, Map<String, String>> files = new TreeMap<>();
    for (Catalogue.Partition it : catalogue.partitions(settings.historyDatabase(), table)) {
      Map<String, String> etags = new TreeMap<>();
      curated
          .list(it.location().substring(curated.uri("").length()))
          .forEach(object -> etags.put(object.key(), object.eTag()));
      files.put(it.timestamp(), etags);
    }
    return files;
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
