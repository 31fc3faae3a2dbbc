package io.exportctl.landing.extractor.benchmarks;

/**
 * Options of the command line.
 *
 * @param rows of the table that all programs read
 * @param rounds runs of each program
 * @param memoryRows rows of the smaller of two extractions whose memory is compared
 */
record Options(boolean help, boolean brief, int rows, int rounds, int memoryRows) {

  static final String USAGE =
      """
      Usage: extract-benchmark [--short] [--rows N] [--rounds R] [--memory-rows M]
        --short        a quick run; exits with 1 if a goal that does not depend on time is missed
        --rows         rows of the table, of some 550 bytes of JSON each (default: 2000000)
        --rounds       runs of each program, interleaved (default: 5)
        --memory-rows  rows of an extraction whose resident memory is compared with that of four
                       times as many (default: 2000000, which is 1 GB)
      """;

  /**
   * Parses the command line.
   *
   * @throws IllegalArgumentException if it does not follow {@link #USAGE}
   */
  static Options parse(String... arguments) {
    boolean help = false;
    boolean brief = false;
    int rows = 2_000_000;
    int rounds = 5;
    int memoryRows = 2_000_000;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--help" -> help = true;
        case "--short" -> brief = true;
        case "--rows" -> rows = number(arguments, ++i);
        case "--rounds" -> rounds = number(arguments, ++i);
        case "--memory-rows" -> memoryRows = number(arguments, ++i);
        default -> throw new IllegalArgumentException(arguments[i]);
      }
    }
    return brief
        ? new Options(help, true, 10_000, 1, 20_000)
        : new Options(help, false, rows, rounds, memoryRows);
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
