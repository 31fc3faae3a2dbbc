package io.exportctl.lambda.benchmarks;

/**
 * Options of the command line.
 *
 * @param files number of small files in runs without latency
 * @param slowFiles number of small files in runs with latency
 * @param floodFiles number of small files in runs with 503s and duplicates
 * @param rounds runs of each contender
 * @param largeBytes size of each of the two large files
 * @param slack share by which a multipart copy may take longer than its parts
 */
record Options(
    boolean help,
    boolean brief,
    int files,
    int slowFiles,
    int floodFiles,
    int rounds,
    int instances,
    long largeBytes,
    double slack) {

  static final String USAGE =
      """
      Usage: mover-benchmark [--short] [--files N] [--rounds R] [--instances I]
        --short      a quick run against the boto3 handler; exits with 1 if a safe goal is not met
        --files      small files of a run (default: 3000); a fifth of that where every call takes
                     30 ms, fifteen times that with 503s and duplicates
        --rounds     runs of each program, interleaved (default: 3)
        --instances  instances of the two functions (default: 4)
      """;

  private static final long GIBIBYTE = 1L << 30;

  /**
   * Parses the command line.
   *
   * @throws IllegalArgumentException if it does not follow {@link #USAGE}
   */
  static Options parse(String... arguments) {
    boolean help = false;
    boolean brief = false;
    int files = 3000;
    int rounds = 3;
    int instances = 4;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--help" -> help = true;
        case "--short" -> brief = true;
        case "--files" -> files = number(arguments, ++i);
        case "--rounds" -> rounds = number(arguments, ++i);
        case "--instances" -> instances = number(arguments, ++i);
        default -> throw new IllegalArgumentException(arguments[i]);
      }
    }
    return brief
        ? new Options(help, true, 100, 100, 100, 1, 2, 64 * GIBIBYTE, 1)
        : new Options(
            help,
            false,
            files,
            Math.max(1, files / 5),
            15 * files,
            rounds,
            instances,
            1024 * GIBIBYTE,
            0.05);
  }

  private static int number(String[] arguments, int index) {
    if (index == arguments.length) {
      throw new IllegalArgumentException("a number is missing");
    }
    int number = Integer.parseInt(arguments[index]);
    if (number < 1) {
      throw new IllegalArgumentException(arguments[index]);
    }
    return number;
  }
}
