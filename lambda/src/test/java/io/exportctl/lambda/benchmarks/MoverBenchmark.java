package io.exportctl.lambda.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures the function beside its alternatives, on an S3 in memory, and prints tables in Markdown.
 * Started by {@code lambda/benchmarks/mover-benchmark}.
 */
final class MoverBenchmark {

  /** Factor on the instances: while one waits to retry, others use the processors. */
  private static final int FLOOD_INSTANCES = 4;

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private static final Duration CALL = Duration.ofMillis(30);

  /** Long enough to measure the waiting rather than the processors. */
  private static final Duration PART_COPY = Duration.ofSeconds(1);

  private static final double SLOW_DOWN = 0.05;
  private static final int PARTS_IN_FLIGHT = 128;
  private static final long PART = 256L << 20;
  private static final double MEBIBYTE = 1 << 20;

  private final Options options;
  private final Path scratch;
  private final Contender mover;
  private final Contender boto3;
  private final Path jars;
  private final String python;
  private final List<Goal> goals = new ArrayList<>();

  private MoverBenchmark(Options options, Path scratch, Path jars, String python) {
    this.options = options;
    this.scratch = scratch;
    this.jars = jars;
    this.python = python;
    this.mover = Contender.mover(jars, options.instances());
    this.boto3 = Contender.boto3(python, options.instances());
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
    Path scratch = Files.createTempDirectory("mover-benchmark").toRealPath();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(scratch)));
    Path jars = Path.of(System.getProperty("jars"));
    try {
      return new MoverBenchmark(options, scratch, jars, System.getProperty("python")).measure();
    } catch (Failure e) {
      System.err.println("mover-benchmark: " + e.getMessage());
      return FAILED;
    }
  }

  /** Stops all processes and deletes all files, also after Ctrl-C. */
  private static void cleanUp(Path scratch) {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    try (Stream<Path> all = Files.walk(scratch)) {
      all.sorted((one, other) -> other.compareTo(one)).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      System.err.println("mover-benchmark: could not remove " + scratch);
    }
  }

  private int measure() throws Exception {
    zip();
    compare("every call takes 30 ms", options.slowFiles(), CALL);
    if (!options.brief()) {
      compare("no call takes any time", options.files(), Duration.ZERO);
    }
    flood();
    large();
    if (!options.brief()) {
      coldStart();
    }
    System.out.println("\n| goal | bound | seen | |\n|---|--:|--:|---|");
    goals.forEach(goal -> System.out.println(goal.row()));
    return options.brief() && goals.stream().anyMatch(goal -> goal.safe() && !goal.met())
        ? FAILED
        : OK;
  }

  private void zip() throws IOException {
    long size = Files.size(Path.of(System.getProperty("exportLambda.zip")));
    goals.add(Goal.atMost("size of the zip, MB", 12, size / 1e6, true));
  }

  /** Runs all contenders in turn, round by round. */
  private void compare(String head, int files, Duration latency) throws Exception {
    List<Contender> contenders = new ArrayList<>(List.of(mover, boto3));
    if (!options.brief()) {
      add(contenders, "rclone", Contender.rclone());
      add(contenders, "aws", Contender.awsCli());
    }
    Comparison comparison = new Comparison();
    for (int round = 0; round < options.rounds(); round++) {
      for (Contender contender : contenders) {
        try (Stage stage = Stage.small(files, contender.guarded()).slow(latency)) {
          comparison.add(contender, Trial.of(contender, stage, stage.events(), scratch));
        }
      }
    }
    System.out.print(comparison.table(Goal.number(files) + " files, " + head));
    goals.add(
        Goal.atMost(
            "requests per small file, " + head,
            3,
            comparison.median(mover, Trial::requestsPerFile),
            true));
    for (Contender other : contenders.subList(1, contenders.size())) {
      goals.add(
          Goal.atLeast(
              "files/s as a multiple of %s, %s".formatted(other.name(), head),
              1,
              comparison.ratio(mover, other, Trial::filesPerSecond),
              false));
    }
  }

  private static void add(List<Contender> contenders, String program, Contender contender) {
    boolean there =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    if (there) {
      contenders.add(contender);
    } else {
      System.err.printf("mover-benchmark: no row for %s, which is not on the PATH%n", program);
    }
  }

  /** Fault 32: 503s and duplicates. A file that is lost ends the benchmark: see {@link Trial}. */
  private void flood() throws Exception {
    int instances = FLOOD_INSTANCES * options.instances();
    Contender many = Contender.mover(jars, instances);
    Comparison comparison = new Comparison();
    for (int round = 0; round < options.rounds(); round++) {
      try (Stage stage = Stage.small(options.floodFiles(), true).unreliable(SLOW_DOWN)) {
        comparison.add(many, Trial.of(many, stage, stage.eventsWithDuplicates(), scratch));
      }
    }
    System.out.print(
        comparison.table(
            "%s files, every third event twice, 5 %% answered 503, %d instances"
                .formatted(Goal.number(options.floodFiles()), instances)));
    double rate = comparison.median(many, Trial::filesPerSecond);
    goals.add(Goal.atLeast("files/s with 5 % 503 and duplicates", 1000, rate, false));
  }

  /** Moves two files at a time, to reach the maximum number of parts in flight. */
  private void large() throws Exception {
    int files = 2;
    try (Stage stage = Stage.large(files, options.largeBytes()).slow(PART_COPY)) {
      Contender one = Contender.mover(jars, 1);
      Trial trial = Trial.of(one, stage, stage.events(), scratch);
      double parts = (double) files * options.largeBytes() / PART;
      double ideal = parts / PARTS_IN_FLIGHT * PART_COPY.toMillis() / 1000;
      double seconds = stage.uploading().toMillis() / 1000.0;
      System.out.printf(
          "%nTwo files of %d GiB: %,.0f parts of 256 MiB, each %d ms; at most %d in flight;"
              + " %s s, of which the parts need %s%n",
          options.largeBytes() >> 30,
          parts,
          PART_COPY.toMillis(),
          stage.mostInFlight(),
          Goal.number(seconds),
          Goal.number(ideal));
      goals.add(
          Goal.atMost(
              "time of a multipart copy / (parts / in flight x latency)",
              1 + options.slack(),
              seconds / ideal,
              false));
      goals.add(Goal.atLeast("parts in flight", PARTS_IN_FLIGHT, stage.mostInFlight(), false));
      goals.add(Goal.atMost("heap with these, MiB", 256, trial.peakHeap() / MEBIBYTE, true));
    }
  }

  /** Measures from the start of the process until the first file is moved. */
  private void coldStart() throws Exception {
    Contender coldMover = Contender.mover(jars, 1);
    Contender coldBoto3 = Contender.boto3(python, 1);
    Comparison comparison = new Comparison();
    for (int round = 0; round < 2 * options.rounds() - 1; round++) {
      for (Contender contender : List.of(coldMover, coldBoto3)) {
        try (Stage stage = Stage.small(1, contender.guarded())) {
          comparison.add(contender, Trial.of(contender, stage, stage.events(), scratch));
        }
      }
    }
    System.out.printf(
        "%nCold start to the first file: mover %s s, boto3 handler %s s%n",
        Goal.number(comparison.median(coldMover, Trial::firstSeconds)),
        Goal.number(comparison.median(coldBoto3, Trial::firstSeconds)));
    goals.add(
        Goal.atMost(
            "cold start as a multiple of the boto3 handler's",
            1.5,
            comparison.ratio(coldMover, coldBoto3, Trial::firstSeconds),
            false));
  }
}
