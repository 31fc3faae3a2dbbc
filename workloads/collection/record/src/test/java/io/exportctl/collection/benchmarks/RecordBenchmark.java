package io.exportctl.collection.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.exportctl.collection.key.FileKeySettings;
import io.exportctl.collection.key.KeyBenchmark;
import io.exportctl.collection.key.KeyService;
import io.exportctl.collection.key.SharedKeys;
import io.exportctl.collection.record.RecordFunction;
import io.exportctl.collection.record.RecordSettings;
import io.exportctl.collection.record.Row;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Measures the record function beside the reading of the lines, which is its limit, and beside the
 * older system's functions; prints a table in Markdown. Started by {@code
 * benchmarks/record-benchmark}.
 */
final class RecordBenchmark {

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int RECORDS = 48_000;
  private static final int ROUNDS = 9;
  private static final int SHORT_RECORDS = 2_000;
  private static final int SHORT_ROUNDS = 3;
  private static final int REFERENCE_RECORDS = 1_500;

  private static final String TOKENS = "gzip and all tokens of the line (the limit)";
  private static final String OURS = "the record function, gzip included";
  private static final String REFERENCE = "the older system's functions, a plain loop";

  private static final String HELP =
      """
      Usage: record-benchmark [--short] [--reference FOLDER]

        --short             few records and rounds, to see that it runs
        --reference FOLDER  also measure the older system's functions: its data.py, and pycryptodome's Crypto
      """;

  /** A way to read the file; returns the number of records. */
  private interface Way {
    int run() throws Exception;
  }

  private final int records;
  private final int rounds;
  private final Path lines;
  private final Path keys;
  private final Optional<String> reference;
  private final Map<String, List<Double>> speeds = new LinkedHashMap<>();

  private RecordBenchmark(boolean isShort, Path folder, Optional<String> reference) {
    this.records = isShort ? SHORT_RECORDS : RECORDS;
    this.rounds = isShort ? SHORT_ROUNDS : ROUNDS;
    this.lines = folder.resolve("lines.jsonl.gz");
    this.keys = folder.resolve("keys.json");
    this.reference = reference;
  }

  /** Exit codes: 0 measured, 1 a program failed, 2 usage. */
  public static void main(String[] arguments) throws Exception {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) throws Exception {
    int named = arguments.indexOf("--reference");
    boolean isShort = arguments.contains("--short");
    int known = (isShort ? 1 : 0) + (named < 0 ? 0 : 2);
    if (arguments.equals(List.of("--help"))) {
      System.out.print(HELP);
      return OK;
    }
    if (arguments.size() != known || (named >= 0 && named == arguments.size() - 1)) {
      System.err.print(HELP);
      return USAGE;
    }
    Path folder = Files.createTempDirectory("record-benchmark");
    try {
      Optional<String> reference =
          named < 0 ? Optional.empty() : Optional.of(arguments.get(named + 1));
      return new RecordBenchmark(isShort, folder, reference).measure();
    } finally {
      Files.deleteIfExists(folder.resolve("lines.jsonl.gz"));
      Files.deleteIfExists(folder.resolve("keys.json"));
      Files.delete(folder);
    }
  }

  private int measure() throws Exception {
    SampleLines.write(lines, keys, records);
    KeyService service = SharedKeys.of(new FileKeySettings(keys.toString()));
    RecordSettings settings = new RecordSettings("core:claim", List.of(), List.of(), true);
    // One after the other in each round, so that all meet the same load of the machine.
    for (int round = 0; round < rounds; round++) {
      time(TOKENS, this::readTokens);
      time(OURS, () -> readRecords(new RecordFunction(settings, service)));
      if (reference.isPresent() && !readReference(reference.get())) {
        return FAILED;
      }
    }
    print();
    measureKeys();
    return OK;
  }

  private void time(String name, Way way) throws Exception {
    long start = cpuNanos();
    int count = way.run();
    double seconds = (cpuNanos() - start) / 1e9;
    if (count != records) {
      throw new IllegalStateException(name + " read " + count + " of " + records + " records");
    }
    speeds.computeIfAbsent(name, it -> new ArrayList<>()).add(count / seconds);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private int readTokens() throws Exception {
    JsonFactory factory = new JsonFactory();
    try (LineSource source = new LineSource(open())) {
      int count = 0;
      while (source.next()) {
        try (JsonParser parser =
            factory.createParser(source.buffer(), source.start(), source.length())) {
          while (parser.nextToken() != null) {
            // Each token is found, and no text is made of it.
          }
        }
        count++;
      }
      return count;
    }
  }

  private int readRecords(RecordFunction function) throws Exception {
    try (LineSource source = new LineSource(open())) {
      int count = 0;
      while (source.next()) {
        if (function.apply(source.buffer(), source.start(), source.length()) instanceof Row) {
          count++;
        }
      }
      return count;
    }
  }

  private InputStream open() throws Exception {
    return new GZIPInputStream(Files.newInputStream(lines), 1 << 16);
  }

  private boolean readReference(String folder) throws Exception {
    int count = Math.min(records, REFERENCE_RECORDS);
    Process process =
        new ProcessBuilder(
                "python3",
                System.getProperty("script"),
                folder,
                lines.toString(),
                keys.toString(),
                Integer.toString(count))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String seconds = output.readLine();
      if (process.waitFor() != 0 || seconds == null) {
        System.err.println("record-benchmark: the older system's functions failed");
        return false;
      }
      speeds
          .computeIfAbsent(REFERENCE, it -> new ArrayList<>())
          .add(count / Double.parseDouble(seconds));
      return true;
    }
  }

  private void print() throws Exception {
    long bytes = 0;
    try (LineSource source = new LineSource(open())) {
      while (source.next()) {
        bytes += source.length() + 1;
      }
    }
    double size = (double) bytes / records;
    System.out.printf(
        Locale.ROOT,
        "%,d records of %,.0f bytes a line, medians of %d interleaved rounds, processor time%n%n",
        records,
        size,
        rounds);
    System.out.println("| what | records / CPU s | MB of lines / CPU s | / the limit |");
    System.out.println("|---|--:|--:|--:|");
    double limit = median(TOKENS);
    for (String name : speeds.keySet()) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %,.0f | %.1f | %.3f |%n",
          name,
          median(name),
          median(name) * size / 1e6,
          median(name) / limit);
    }
    System.out.println();
    goal("the record function / the limit", 0.35, median(OURS) / limit);
    if (reference.isPresent()) {
      goal("the record function / the older system's", 15, median(OURS) / median(REFERENCE));
    }
  }

  private void measureKeys() throws Exception {
    List<byte[]> sample = new ArrayList<>();
    try (LineSource source = new LineSource(open())) {
      while (sample.size() < records / 2 && source.next()) {
        int end = source.start() + source.length();
        sample.add(Arrays.copyOfRange(source.buffer(), source.start(), end));
      }
    }
    Path folder = Files.createDirectory(lines.resolveSibling("certificates"));
    try {
      double cost = KeyBenchmark.cost(sample, keys, folder, rounds);
      limit("time of keys, of 5 ms and for 30 records each, to all other time", 0.10, cost);
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
    limit("megabytes after 1,000,000 keys", 150, KeyBenchmark.megabytes(1_000_000));
  }

  private static void goal(String name, double least, double seen) {
    print(name, "at least", least, seen, seen >= least);
  }

  private static void limit(String name, double most, double seen) {
    print(name, "at most", most, seen, seen <= most);
  }

  private static void print(String name, String word, double bound, double seen, boolean isMet) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f, goal %s %.2f, %s%n",
        name,
        seen,
        word,
        bound,
        isMet ? "met" : "missed");
  }

  private double median(String name) {
    double[] sorted = speeds.get(name).stream().mapToDouble(it -> it).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
