package io.exportctl.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Options of the command line.
 *
 * @param sizes the numbers of datasets, in the order of the columns
 * @param rounds the number of runs of each step that has a peer
 * @param limit the time limit for all runs together
 */
record Options(boolean help, List<Integer> sizes, int rounds, Duration limit) {

  static final String USAGE =
      """
      Usage: terraform-scale [--sizes N[,N...]] [--rounds R] [--minutes M]
        --sizes    numbers of datasets, 2 to 9999 each (default: 10,100,400,1000)
        --rounds   how often validate and plan are run, in turn with the peer's (default: 3)
        --minutes  give up after so many minutes in all (default: 60)
      """;

  Options {
    sizes = List.copyOf(sizes);
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if it does not match {@link #USAGE}
   */
  static Options parse(String... arguments) {
    List<Integer> sizes = List.of(10, 100, 400, 1000);
    int rounds = 3;
    Duration limit = Duration.ofMinutes(60);
    for (int i = 0; i < arguments.length; i += 2) {
      if (arguments[i].equals("--help")) {
        return new Options(true, sizes, rounds, limit);
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i]);
      }
      switch (arguments[i]) {
        case "--sizes" -> sizes = sizes(arguments[i + 1]);
        case "--rounds" -> rounds = rounds(arguments[i + 1]);
        case "--minutes" -> limit = Duration.ofMinutes(Integer.parseInt(arguments[i + 1]));
        default -> throw new IllegalArgumentException(arguments[i]);
      }
    }
    return new Options(false, sizes, rounds, limit);
  }

  private static int rounds(String text) {
    int rounds = Integer.parseInt(text);
    if (rounds < 1) {
      throw new IllegalArgumentException(text);
    }
    return rounds;
  }

  private static List<Integer> sizes(String text) {
    List<Integer> sizes = Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
    if (sizes.stream().anyMatch(size -> size < 2 || size > 9999)) {
      throw new IllegalArgumentException(text);
    }
    return sizes;
  }
}
