package io.exportctl.collection.ingestion;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.config.JobFileReader;
import io.exportctl.collection.ingestion.run.RunContext;
import io.exportctl.collection.ingestion.run.RunLog;
import io.exportctl.collection.ingestion.run.RunObserver;
import io.exportctl.collection.ingestion.run.RunPlan;
import io.exportctl.collection.ingestion.run.RunRecord;
import io.exportctl.collection.ingestion.run.Runs;
import io.exportctl.collection.ingestion.source.SourceListing;
import io.exportctl.collection.ingestion.store.Store;
import io.exportctl.collection.ingestion.table.Warehouse;
import io.exportctl.collection.key.FileKeySettings;
import io.exportctl.collection.key.KeySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Folders in place of the source's bucket and the warehouse, and runs on them. */
public final class Place {

  /** An export date, whose files lie under 18 November. */
  public static final LocalDate DATE = LocalDate.parse("2026-11-19");

  private final Path folder;
  private JobText job = new JobText();
  private KeySettings keys;
  private RunObserver observer = RunObserver.NONE;
  private String source;
  private final List<RunRecord> ended = new ArrayList<>();
  private final List<IngestionException> failures = new ArrayList<>();
  private int clock;

  /**
   * @param folder an empty folder
   */
  public Place(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("source"));
    Path file = folder.resolve("keys.json");
    Files.writeString(file, TestRecords.KEYS_FILE);
    keys = new FileKeySettings(file.toString());
    source = "file:" + folder.resolve("source");
  }

  /** Sets the job. */
  public Place with(JobText text) {
    job = text;
    return this;
  }

  /** Sets the key service. */
  public Place with(KeySettings settings) {
    keys = settings;
    return this;
  }

  /** Sets who is told of the steps. */
  public Place with(RunObserver other) {
    observer = other;
    return this;
  }

  /** Sets the beginning of the source's URI. */
  public Place withSource(String scheme) {
    source = scheme + folder.resolve("source");
    return this;
  }

  /** Sets the source's URI. */
  public Place withSourceUri(String uri) {
    source = uri;
    return this;
  }

  /** Returns the job. */
  public JobFile job() {
    return JobFileReader.read("claims.json", job.toString(), "test").withKeys(keys);
  }

  /** Writes a file of an export date. */
  public Path file(LocalDate date, String name, byte[] bytes) throws IOException {
    Path file = source(date).resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return file;
  }

  /** Writes a gzip file of an export date. */
  public Path file(LocalDate date, String name, String... lines) throws IOException {
    return file(date, name, TestRecords.gzip(List.of(lines)));
  }

  /** Folder of an export date's files. */
  public Path source(LocalDate date) {
    LocalDate day = date.minusDays(1);
    return folder.resolve(
        "source/ucfs/%d/%02d/%02d/core/claim"
            .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
  }

  /** Folder of the warehouse. */
  public Path warehouse() {
    return folder.resolve("warehouse");
  }

  /** Everything that runs work with. */
  public RunContext context() throws IOException {
    SparkSession spark = TestSpark.session();
    var configuration = spark.sparkContext().hadoopConfiguration();
    JobFile read = job();
    String root = "file:" + warehouse();
    Store store = Store.of(configuration, root);
    return new RunContext(
        spark,
        read,
        root,
        Warehouse.open(spark, root, read),
        store,
        new SourceListing(configuration, source, read.source().prefix(), 1),
        new RunLog(store, read.name(), Map.of("test", "1"), it -> {}),
        () -> Instant.parse("2026-11-19T09:30:00Z").plusSeconds(clock++),
        observer);
  }

  /** Runs a date and returns the exit code. */
  public int run(LocalDate date) throws IOException {
    return run(RunPlan.of(date, date, job().catchUpDays()), false);
  }

  /** Runs a date whatever was done before. */
  public int runAgain(LocalDate date) throws IOException {
    return run(RunPlan.of(date, date, job().catchUpDays()), true);
  }

  /** Runs a plan and returns the exit code. */
  public int run(RunPlan plan, boolean force) throws IOException {
    Runs.Listener listener =
        new Runs.Listener() {
          @Override
          public void ended(RunRecord record) {
            ended.add(record);
          }

          @Override
          public void failed(LocalDate date, IngestionException failure) {
            failures.add(failure);
            if (failure.reason().equals("failed")) {
              failure.printStackTrace();
            }
          }
        };
    return new Runs(context(), () -> "%08d".formatted(clock)).run(plan, force, listener);
  }

  /** Records of runs that ended well, in their order. */
  public List<RunRecord> ended() {
    return ended;
  }

  /** Record of the last run that ended well. */
  public RunRecord last() {
    return ended.get(ended.size() - 1);
  }

  /** Failures of runs, in their order. */
  public List<IngestionException> failures() {
    return failures;
  }

  /** Returns the rows of a table as texts, sorted. */
  public List<String> rows(String table, String... columns) throws IOException {
    return context().warehouse().read(table).selectExpr(columns).collectAsList().stream()
        .map(it -> it.mkString("|"))
        .sorted()
        .toList();
  }

  /** Returns the paths of the files below a folder of the warehouse, sorted. */
  public List<String> files(String below) throws IOException {
    Path start = warehouse().resolve(below);
    if (!Files.exists(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(Files::isRegularFile)
          .map(it -> warehouse().relativize(it).toString())
          .sorted()
          .toList();
    }
  }

  /** Returns the lines of a gzip file of the warehouse. */
  public List<String> gunzip(String path) {
    try (var in =
        new java.util.zip.GZIPInputStream(Files.newInputStream(warehouse().resolve(path)))) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
