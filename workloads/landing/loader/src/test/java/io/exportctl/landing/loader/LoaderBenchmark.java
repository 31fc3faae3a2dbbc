package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdOutputStream;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.landing.format.Compression;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the loader with a bare {@code COPY} of DuckDB, from the same part to Parquet, in
 * processes of their own that take turns. S3 is left out.
 */
final class LoaderBenchmark {

  private static final double MOST = 1.5;
  private static final int MEGABYTES = 3_008;

  /** Options that Lambda gives the JVM. */
  private static final List<String> LAMBDA =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g");

  private static final List<LoadedColumn> COLUMNS =
      List.of(
          column("id", ColumnType.BIGINT),
          column("uuid", ColumnType.TEXT),
          column("first_name", ColumnType.TEXT),
          column("last_name", ColumnType.TEXT),
          column("note", ColumnType.TEXT),
          column("address", ColumnType.TEXT),
          new LoadedColumn("amount", "amount", ColumnType.DECIMAL, 12, 2, false, ""),
          column("ratio", ColumnType.DOUBLE),
          column("created", ColumnType.TIMESTAMPTZ),
          column("updated", ColumnType.TIMESTAMP),
          column("born", ColumnType.DATE),
          column("active", ColumnType.BOOLEAN),
          column("state", ColumnType.TEXT),
          column("details", ColumnType.JSON));

  private static final LoadedColumn TAGS = column("tags", ColumnType.ARRAY);

  private LoaderBenchmark() {}

  /**
   * Result of a process.
   *
   * @param seconds of the processor
   * @param megabytes largest amount of resident memory
   */
  private record Result(double seconds, double megabytes) {}

  /**
   * Runs the benchmark, and exits with 1 if a goal is missed.
   *
   * @param arguments numbers of rows and of rounds, or the way and the part of one process
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 2 && arguments[1].endsWith(".zst")) {
      convert(arguments[0], Path.of(arguments[1]));
      return;
    }
    int rows = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    Path folder = Files.createTempDirectory("loader-benchmark");
    boolean met;
    try {
      met = compare(folder, rows, rounds);
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
    System.exit(met ? 0 : 1);
  }

  private static boolean compare(Path folder, int rows, int rounds) throws Exception {
    System.out.println(
        "| part | JSON | `COPY` of DuckDB | loader | ratio | memory of the loader |");
    System.out.println("|---|--:|--:|--:|--:|--:|");
    boolean met = true;
    for (String part : List.of("plain.zst", "arrays.zst")) {
      Path file = folder.resolve(part);
      long bytes = generate(file, rows, part.startsWith("arrays"));
      Map<String, List<Double>> seconds = new TreeMap<>();
      double memory = 0;
      for (int round = 0; round < rounds; round++) {
        Result bare = run("bare", file);
        Result loader = run("loader", file);
        seconds.computeIfAbsent("bare", key -> new ArrayList<>()).add(bare.seconds());
        seconds.computeIfAbsent("loader", key -> new ArrayList<>()).add(loader.seconds());
        seconds
            .computeIfAbsent("ratio", key -> new ArrayList<>())
            .add(loader.seconds() / bare.seconds());
        memory = Math.max(memory, loader.megabytes());
      }
      double ratio = median(seconds.get("ratio"));
      System.out.printf(
          Locale.ROOT,
          "| %,d rows, %s | %,d MB | %.1f s | %.1f s | %.2f | %,.0f MB |%n",
          rows,
          part.startsWith("arrays") ? "with arrays" : "no arrays",
          bytes / 1_000_000,
          median(seconds.get("bare")),
          median(seconds.get("loader")),
          ratio,
          memory);
      met &= ratio <= MOST && memory <= MEGABYTES;
    }
    System.out.printf(
        Locale.ROOT,
        "%nprocessor seconds to DuckDB's, at most %.1f; memory at most %,d MB: %s%n",
        MOST,
        MEGABYTES,
        met ? "met" : "missed");
    return met;
  }

  private static Result run(String way, Path part) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LAMBDA);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(LoaderBenchmark.class.getName(), way, part.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    String[] numbers = said.strip().split(" ", 2);
    return new Result(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
  }

  /** Converts a part in this process, and prints what that took. */
  private static void convert(String way, Path part) throws Exception {
    List<LoadedColumn> columns = columns(part.getFileName().toString().startsWith("arrays"));
    Path target = part.resolveSibling("part.parquet");
    if (way.equals("bare")) {
      bare(part, columns, target);
    } else {
      load(part, columns, target);
    }
    Duration time = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    System.out.printf(Locale.ROOT, "%.2f %d%n", time.toMillis() / 1e3, peak() / 1_000);
  }

  private static void load(Path part, List<LoadedColumn> columns, Path target) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream file = new DigestInputStream(Files.newInputStream(part), digest)) {
      file.transferTo(OutputStream.nullOutputStream());
    }
    try (InputStream file = Files.newInputStream(part);
        InputStream json = Decompression.open(Compression.ZSTD, file)) {
      CheckedPart checked = CheckedPart.of("t", columns, json, part, Compression.ZSTD);
      new ParquetWriter(MEGABYTES * 60 / 100).convert(checked, columns, target);
    }
  }

  private static void bare(Path part, List<LoadedColumn> columns, Path target) throws Exception {
    String types =
        columns.stream()
            .map(
                it ->
                    "'%s': '%s'"
                        .formatted(
                            it.key(), it.type() == ColumnType.ARRAY ? "JSON" : it.duckType()))
            .collect(Collectors.joining(", "));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = 2");
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute(
          "COPY (SELECT * FROM read_json('%s', format = 'newline_delimited', columns = {%s})) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
              .formatted(part, types, target));
    }
  }

  private static long peak() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  /** Writes a part, and returns its bytes of JSON. */
  private static long generate(Path file, int rows, boolean arrays) throws IOException {
    Random random = new Random(1);
    long bytes = 0;
    try (OutputStream compressed = new ZstdOutputStream(Files.newOutputStream(file), 1);
        OutputStream output = new BufferedOutputStream(compressed)) {
      for (int row = 0; row < rows; row++) {
        String tags = ",\"tags\":[\"%s\",\"%s\"]".formatted(words(random, 1), words(random, 1));
        byte[] line = "{%s%s}\n".formatted(values(random, row), arrays ? tags : "").getBytes(UTF_8);
        output.write(line);
        bytes += line.length;
      }
    }
    return bytes;
  }

  private static String values(Random random, int row) {
    return String.format(
        Locale.ROOT,
        "\"id\":%d,\"uuid\":\"%s\",\"first_name\":\"%s\",\"last_name\":%s,\"note\":\"%s said \\\"no\\\"\\n C:\\\\tmp %s ü€\",\"address\":\"%s\\nLondon\",\"amount\":\"%d.%02d\",\"ratio\":%s,\"created\":\"2026-0%d-1%dT0%d:10:00.123%d+00:00\",\"updated\":\"2026-0%d-10T01:00:00\",\"born\":\"19%d-01-02\",\"active\":%b,\"state\":\"%s\",\"details\":\"{\\\"a\\\": %d, \\\"b\\\": [\\\"%s\\\", 1.10]}\"",
        row,
        new UUID(random.nextLong(), random.nextLong()),
        words(random, 1),
        random.nextInt(10) == 0 ? "null" : '"' + words(random, 1) + '"',
        words(random, 20),
        words(random, 10),
        words(random, 4),
        random.nextInt(100_000),
        random.nextInt(100),
        random.nextDouble(),
        1 + random.nextInt(9),
        random.nextInt(10),
        random.nextInt(10),
        100 + random.nextInt(900),
        1 + random.nextInt(9),
        10 + random.nextInt(90),
        random.nextBoolean(),
        List.of("open", "closed", "waiting").get(random.nextInt(3)),
        random.nextInt(),
        words(random, 2));
  }

  private static String words(Random random, int count) {
    StringBuilder words = new StringBuilder();
    for (int word = 0; word < count; word++) {
      words.append(word == 0 ? "" : " ");
      for (int left = 2 + random.nextInt(8); left > 0; left--) {
        words.append((char) ('a' + random.nextInt(26)));
      }
    }
    return words.toString();
  }

  private static List<LoadedColumn> columns(boolean arrays) {
    return arrays ? Stream.concat(COLUMNS.stream(), Stream.of(TAGS)).toList() : COLUMNS;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static LoadedColumn column(String name, ColumnType type) {
    return new LoadedColumn(name, name, type, 0, 0, false, "");
  }
}
