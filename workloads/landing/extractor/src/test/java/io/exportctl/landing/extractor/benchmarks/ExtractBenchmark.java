package io.exportctl.landing.extractor.benchmarks;

import io.exportctl.landing.extractor.support.ExtractorProcess;
import io.exportctl.s3.FaultS3;
import io.exportctl.s3.S3Server;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Measures the extractor beside its alternatives on a real server, and prints tables in Markdown.
 * Started by {@code benchmarks/extract-benchmark}.
 */
final class ExtractBenchmark {

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  /** The image's collector. */
  private static final String SERIAL = "-XX:+UseSerialGC";

  private static final String OURS = "extractor";
  private static final String ZSTD = "extractor, zstd";
  private static final String RAW = "raw binary COPY (the limit)";
  private static final String JSON = "COPY of row_to_json, binary";
  private static final String PSQL = "psql \\copy of row_to_json (invalid JSON)";
  private static final String COPY_EXPERT = "psycopg2, the same (invalid JSON)";

  private final Options options;
  private final Path scratch;
  private final Source source;
  private final List<Goal> goals = new ArrayList<>();

  private ExtractBenchmark(Options options, Path scratch, Source source) {
    this.options = options;
    this.scratch = scratch;
    this.source = source;
  }

  /** Exit codes: 0 measured, 1 a program failed or a goal of the short run was missed, 2 usage. */
  public static void main(String[] arguments) throws Exception {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) throws Exception {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.print(Options.USAGE);
      return USAGE;
    }
    if (options.help()) {
      System.out.print(Options.USAGE);
      return OK;
    }
    Path scratch = Files.createTempDirectory("extract-benchmark").toRealPath();
    try (Source source = Source.start(scratch.resolve("data"), options.rows())) {
      return new ExtractBenchmark(options, scratch, source).measure();
    } catch (IllegalStateException e) {
      System.err.println("extract-benchmark: " + e.getMessage());
      return FAILED;
    } finally {
      remove(scratch);
    }
  }

  private static void remove(Path scratch) throws IOException {
    try (Stream<Path> all = Files.walk(scratch)) {
      all.sorted((one, other) -> other.compareTo(one)).forEach(path -> path.toFile().delete());
    }
  }

  private int measure() throws Exception {
    compare();
    upload();
    memory();
    System.out.println("\n| goal | at most | seen | |\n|---|--:|--:|---|");
    goals.forEach(goal -> System.out.println(goal.row()));
    return options.brief() && goals.stream().anyMatch(goal -> goal.safe() && !goal.met())
        ? FAILED
        : OK;
  }

  /** Runs all programs in turn, round by round. */
  private void compare() throws Exception {
    Map<String, Program> programs = new LinkedHashMap<>();
    programs.put(RAW, java(RAW, "raw"));
    programs.put(OURS, java(OURS, "extractor"));
    programs.put(ZSTD, java(ZSTD, "extractor-zstd"));
    programs.put(JSON, java(JSON, "row_to_json"));
    if (isOnPath("psql")) {
      List<String> command =
          List.of("psql", "-c", "\\copy (select row_to_json(t) from t) to '/dev/null'");
      programs.put(PSQL, new Program(PSQL, command, environment(), options.rows()));
    }
    if (hasPython()) {
      programs.put(COPY_EXPERT, python(COPY_EXPERT, options.rows(), "copy", "t"));
    }
    Map<String, List<Usage>> usages = new LinkedHashMap<>();
    for (int round = 0; round < options.rounds(); round++) {
      for (Program program : programs.values()) {
        usages
            .computeIfAbsent(program.name(), it -> new ArrayList<>())
            .add(program.run(source, scratch));
      }
    }
    table(usages);
    goal("server seconds / COPY of row_to_json", 0.55, usages, OURS, JSON, Usage::server);
    goal("server seconds / raw COPY", 1.15, usages, OURS, RAW, Usage::server);
    goal("server + client / COPY of row_to_json", 0.75, usages, OURS, JSON, Usage::both);
    goal("server + client / raw COPY", 1.6, usages, OURS, RAW, Usage::both);
    if (usages.containsKey(PSQL)) {
      goal("elapsed / psql", 0.6, usages, OURS, PSQL, Usage::elapsed);
    }
  }

  private void table(Map<String, List<Usage>> usages) {
    System.out.printf(
        "| %,d rows, one connection, output dropped | server | client | elapsed |%n|---|--:|--:|--:|%n",
        options.rows());
    usages.forEach(
        (name, all) ->
            System.out.printf(
                "| %s | %s s | %s s | %s s |%n",
                name,
                Goal.number(median(all.stream().map(Usage::server).toList())),
                Goal.number(median(all.stream().map(Usage::client).toList())),
                Goal.number(median(all.stream().map(Usage::elapsed).toList()))));
  }

  /** Compares the medians of the ratios of each round. */
  private void goal(
      String what,
      double bound,
      Map<String, List<Usage>> usages,
      String one,
      String other,
      ToDoubleFunction<Usage> value) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      double limit = Math.max(0.01, value.applyAsDouble(usages.get(other).get(round)));
      ratios.add(value.applyAsDouble(usages.get(one).get(round)) / limit);
    }
    goals.add(new Goal(what, bound, median(ratios), false));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip((values.size() - 1) / 2).findFirst().orElseThrow();
  }

  /** Compares whole runs, with compression and uploads to an S3 in memory, once. */
  private void upload() throws Exception {
    if (!hasPython()) {
      return;
    }
    int rows = options.rows();
    try (S3Server s3 = S3Server.start(FaultS3.create(), 0)) {
      Map<String, String> environment =
          ExtractorProcess.environment(source.database().settings(), FaultS3.TARGET, s3.uri());
      environment.put("EXTRACT_INCLUDE_TABLES", "t");
      Program ours =
          new Program(
              "extractor.jar",
              List.of(java(), SERIAL, "-jar", System.getProperty("extractor.jar")),
              environment,
              rows);
      Program script = python("psycopg2, json, gzip, boto3", rows, "upload", "t", FaultS3.TARGET);
      script.environment().put("AWS_ENDPOINT_URL", s3.uri().toString());
      Usage first = ours.run(source, scratch);
      Usage second = script.run(source, scratch);
      System.out.printf(
          "%n| %,d rows to S3 | server | client | elapsed |%n|---|--:|--:|--:|%n", rows);
      Map<Program, Usage> both = new LinkedHashMap<>();
      both.put(ours, first);
      both.put(script, second);
      both.forEach(
          (program, it) ->
              System.out.printf(
                  "| %s | %s s | %s s | %s s |%n",
                  program.name(),
                  Goal.number(it.server()),
                  Goal.number(it.client()),
                  Goal.number(it.elapsed())));
      goals.add(
          new Goal(
              "elapsed / psycopg2, json, gzip, boto3",
              0.15,
              first.elapsed() / second.elapsed(),
              false));
    }
  }

  /** Compares the resident memory of two extractions, one of them four times as large. */
  private void memory() throws Exception {
    double small = residentMebibytes("m", options.memoryRows());
    double large = residentMebibytes("n", 4 * options.memoryRows());
    System.out.printf(
        "%nResident memory, four connections to S3: %,d rows %s MiB, %,d rows %s MiB%n",
        options.memoryRows(), Goal.number(small), 4 * options.memoryRows(), Goal.number(large));
    goals.add(new Goal("resident memory, MiB", 256, large, true));
    goals.add(new Goal("resident memory / that of a quarter", 1.05, large / small, false));
  }

  private double residentMebibytes(String prefix, int rows) throws Exception {
    try (S3Server s3 = S3Server.start(FaultS3.create(), 0)) {
      Map<String, String> environment =
          ExtractorProcess.environment(source.database().settings(), FaultS3.TARGET, s3.uri());
      environment.put(
          "EXTRACT_INCLUDE_TABLES", String.join(",", source.views(prefix, options.rows(), rows)));
      environment.put("EXTRACT_CONNECTIONS", "4");
      ExtractorProcess extractor =
          ExtractorProcess.start("128m", environment, scratch.resolve("log"));
      double mebibytes = extractor.awaitMemory() / 1024.0;
      if (extractor.await() != 0) {
        throw new IllegalStateException("the extractor failed: " + extractor.log());
      }
      return mebibytes;
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private Program java(String name, String way) {
    List<String> command =
        List.of(
            java(),
            SERIAL,
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            Reading.class.getName(),
            way,
            "t",
            Integer.toString(source.port()),
            source.database().name());
    return new Program(name, command, Map.of(), options.rows());
  }

  private static boolean hasPython() {
    return !System.getProperty("python", "").isEmpty();
  }

  private Program python(String name, int rows, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(System.getProperty("python"), System.getProperty("script")));
    command.addAll(List.of(arguments));
    return new Program(name, command, environment(), rows);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PGHOST", "localhost");
    environment.put("PGPORT", Integer.toString(source.port()));
    environment.put("PGDATABASE", source.database().name());
    environment.put("PGUSER", "postgres");
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SECRET_ACCESS_KEY", "test");
    environment.put("AWS_DEFAULT_REGION", "eu-west-2");
    return environment;
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(it -> Files.isExecutable(Path.of(it, program)));
  }
}
