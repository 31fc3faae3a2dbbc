package io.exportctl.collection.ingestion.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.exportctl.collection.ingestion.JobText;
import io.exportctl.collection.ingestion.TestRecords;
import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.config.JobFileReader;
import io.exportctl.collection.ingestion.run.RunContext;
import io.exportctl.collection.ingestion.run.RunLog;
import io.exportctl.collection.ingestion.run.RunObserver;
import io.exportctl.collection.ingestion.run.RunPlan;
import io.exportctl.collection.ingestion.run.RunRecord;
import io.exportctl.collection.ingestion.run.Runs;
import io.exportctl.collection.ingestion.run.SparkSessions;
import io.exportctl.collection.ingestion.source.FileReader;
import io.exportctl.collection.ingestion.source.Line;
import io.exportctl.collection.ingestion.source.SourceFile;
import io.exportctl.collection.ingestion.source.SourceListing;
import io.exportctl.collection.ingestion.store.Store;
import io.exportctl.collection.ingestion.table.Merge;
import io.exportctl.collection.ingestion.table.TestTables;
import io.exportctl.collection.ingestion.table.Warehouse;
import io.exportctl.collection.key.FileKeySettings;
import io.exportctl.collection.key.SharedKeys;
import io.exportctl.collection.record.RecordFunction;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Measures Spark with the record function beside the function alone, on one and two processors, and
 * a merge of few ids beside writing all anew; prints a table in Markdown. Started by {@code
 * benchmarks/ingestion-benchmark}.
 */
final class IngestionBenchmark {

  private static final LocalDate DATE = LocalDate.parse("2026-11-19");
  private static final int FILES = 16;
  private static final double SECOND = 1e9;

  private final Path folder;
  private final int records;
  private final int rounds;
  private final List<String> table = new ArrayList<>();
  private double wallOfOne;

  private IngestionBenchmark(Path folder, int records, int rounds) {
    this.folder = folder;
    this.records = records;
    this.rounds = rounds;
  }

  /** A piece of work that is measured. */
  private interface Work {
    void run() throws Exception;
  }

  /**
   * Seconds of a piece of work.
   *
   * @param processor of all threads
   */
  private record Seconds(double wall, double processor) {}

  public static void main(String[] arguments) throws Exception {
    boolean isShort = List.of(arguments).contains("--short");
    if (arguments.length > (isShort ? 1 : 0)) {
      System.out.println("Usage: ingestion-benchmark [--short]");
      System.exit(List.of(arguments).contains("--help") ? 0 : 2);
    }
    Path folder = Files.createTempDirectory("ingestion-benchmark");
    IngestionBenchmark benchmark =
        isShort
            ? new IngestionBenchmark(folder, 4_000, 1)
            : new IngestionBenchmark(folder, 1_000_000, 3);
    System.exit(benchmark.run() ? 0 : 1);
  }

  private boolean run() throws Exception {
    Files.writeString(folder.resolve("keys.json"), TestRecords.KEYS_FILE);
    write(DATE, records);
    write(DATE.plusDays(1), Math.max(1, records / 100));
    double function = function();
    double two = spark("local[2]");
    double one = spark("local[1]");
    double merge = merge();
    System.out.println("| | records | wall s | processor s | records / processor s |");
    System.out.println("|---|--:|--:|--:|--:|");
    table.forEach(System.out::println);
    System.out.println();
    double share = one / function;
    System.out.printf(
        Locale.ROOT, "Spark to Iceberg / the record function: %.2f, goal 0.60%n", share);
    System.out.printf(Locale.ROOT, "local[2] / local[1], wall: %.2f, goal 1.70%n", wallOfOne / two);
    System.out.printf(Locale.ROOT, "merge of 1 %% / writing all anew: %.2f, goal 0.20%n", merge);
    System.out.printf(
        Locale.ROOT, "heap at most: %d MiB%n", Runtime.getRuntime().maxMemory() >> 20);
    boolean areGoalsReached = share >= 0.6 && wallOfOne / two >= 1.7 && merge <= 0.2;
    // Few records say nothing about goals.
    return rounds == 1 || areGoalsReached;
  }

  /** Returns records a second of a processor, in the last and warmest round. */
  private double function() throws Exception {
    JobFile job = job();
    RecordFunction function = new RecordFunction(job.recordSettings(), SharedKeys.of(job.keys()));
    Seconds seconds = new Seconds(0, 0);
    for (int round = 0; round < rounds; round++) {
      seconds = measure(() -> read(function));
    }
    return add("the record function, gzip included", records, seconds);
  }

  private void read(RecordFunction function) throws Exception {
    for (int file = 0; file < FILES; file++) {
      Path path = source(DATE).resolve(file + ".json.gz");
      SourceFile source = new SourceFile(path.toUri().toString(), path.toString(), 0, "");
      try (FileReader reader = new FileReader(new Configuration(), source, function)) {
        Optional<Line> line = reader.next();
        while (line.isPresent()) {
          function.apply(line.orElseThrow().bytes(), 0, line.orElseThrow().bytes().length);
          line = reader.next();
        }
      }
    }
  }

  /** Returns the wall seconds for two processors, the rate for one. */
  private double spark(String master) throws Exception {
    SparkSession spark = SparkSessions.start(Optional.of(master), Map.of());
    RunContext context = context(spark, job(), master);
    Seconds first = measure(() -> ingest(context, DATE));
    add(master + " to Iceberg, cold", records, first);
    Seconds seconds = first;
    for (int round = 1; round < rounds; round++) {
      seconds = measure(() -> ingest(context, DATE));
    }
    double rate = add(master + " to Iceberg, round " + rounds, records, seconds);
    SparkSessions.stop();
    boolean isOne = master.equals("local[1]");
    wallOfOne = isOne ? seconds.wall() : wallOfOne;
    return isOne ? rate : seconds.wall();
  }

  /** Returns the processor time of a merge of 1 % in proportion to that of writing all anew. */
  private double merge() throws Exception {
    SparkSession spark = SparkSessions.start(Optional.of("local[2]"), Map.of());
    JobFile job =
        JobFileReader.read("job", new JobText().with("table", "latest").toString(), "benchmark")
            .withKeys(new FileKeySettings(folder.resolve("keys.json").toString()));
    RunContext context = context(spark, job, "latest");
    ingest(context, DATE);
    long before = context.warehouse().snapshot(job.name()).orElseThrow();
    ingest(context, DATE.plusDays(1));
    Merge merge = new Merge(context.warehouse(), job);
    Seconds all = new Seconds(0, 0);
    Seconds few = new Seconds(0, 0);
    for (int round = 0; round < rounds; round++) {
      TestTables.rollBack(context.warehouse(), job.name(), before);
      few = measure(() -> merge.merge(DATE.plusDays(1)));
      all = measure(merge::rebuild);
    }
    add("merge of 1 % of the ids", Math.max(1, records / 100), few);
    add("writing all ids anew", records, all);
    SparkSessions.stop();
    return few.processor() / all.processor();
  }

  private void ingest(RunContext context, LocalDate date) {
    Runs.Listener listener =
        new Runs.Listener() {
          @Override
          public void ended(RunRecord record) {}

          @Override
          public void failed(LocalDate failed, IngestionException failure) {
            throw failure;
          }
        };
    new Runs(context, () -> UUID.randomUUID().toString().substring(0, 8))
        .run(RunPlan.of(date, date, 0), true, listener);
  }

  private RunContext context(SparkSession spark, JobFile job, String name) throws Exception {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    String root = "file:" + folder.resolve(name.replaceAll("\\W", "_"));
    Store store = Store.of(configuration, root);
    return new RunContext(
        spark,
        job,
        root,
        Warehouse.open(spark, root, job),
        store,
        new SourceListing(
            configuration, "file:" + folder.resolve("source"), job.source().prefix(), 1),
        new RunLog(store, job.name(), Map.of(), it -> {}),
        InstantSource.system(),
        RunObserver.NONE);
  }

  private JobFile job() {
    return JobFileReader.read("job", new JobText().toString(), "benchmark")
        .withKeys(new FileKeySettings(folder.resolve("keys.json").toString()));
  }

  private void write(LocalDate date, int count) throws Exception {
    Random random = new Random(1);
    Files.createDirectories(source(date));
    for (int file = 0; file < FILES; file++) {
      try (Writer lines =
          new OutputStreamWriter(
              new GZIPOutputStream(
                  Files.newOutputStream(source(date).resolve(file + ".json.gz")), 1 << 16),
              StandardCharsets.UTF_8)) {
        for (int id = file; id < count; id += FILES) {
          StringBuilder more = new StringBuilder();
          for (int field = 0; field < 30; field++) {
            more.append(",\"field").append(field).append("\":{\"text\":\"");
            more.append(Long.toHexString(random.nextLong())).append("\",\"n\":");
            more.append(field).append('}');
          }
          lines.write(TestRecords.insert(id, date + "T10:00:00.000Z", more.toString()));
          lines.write('\n');
        }
      }
    }
  }

  private Path source(LocalDate date) {
    LocalDate day = date.minusDays(1);
    return folder.resolve("source/ucfs/2026/11/" + day.getDayOfMonth() + "/core/claim");
  }

  private double add(String name, int count, Seconds seconds) {
    double rate = count / seconds.processor();
    table.add(
        String.format(
            Locale.ROOT,
            "| %s | %,d | %.1f | %.1f | %,.0f |",
            name,
            count,
            seconds.wall(),
            seconds.processor(),
            rate));
    return rate;
  }

  private static Seconds measure(Work work) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long processor = system.getProcessCpuTime();
    long wall = System.nanoTime();
    work.run();
    return new Seconds(
        (System.nanoTime() - wall) / SECOND, (system.getProcessCpuTime() - processor) / SECOND);
  }
}
