package io.exportctl.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param sizes numbers of datasets, in the order of the columns
 * @param limit for all that is run together
 */
record Options(boolean help, List<Integer> sizes, Duration limit) {

  static final String USAGE =
      """
      Usage: terraform-scale [--sizes N[,N...]] [--minutes M]
        --sizes    numbers of datasets, 2 to 9999 each (default: 10,100,1000)
        --minutes  give up after so many minutes in all (default: 30)
      """;

  Options {
    sizes = List.copyOf(sizes);
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException when it is not as {@link #USAGE} says
   */
  static Options parse(String... arguments) {
    List<Integer> sizes = List.of(10, 100, 1000);
    Duration limit = Duration.ofMinutes(30);
    for (int i = 0; i < arguments.length; i += 2) {
      if (arguments[i].equals("--help")) {
        return new Options(true, sizes, limit);
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i]);
      }
      switch (arguments[i]) {
        case "--sizes" -> sizes = sizes(arguments[i + 1]);
        case "--minutes" -> limit = Duration.ofMinutes(Integer.parseInt(arguments[i + 1]));
        default -> throw new IllegalArgumentException(arguments[i]);
      }
    }
    return new Options(false, sizes, limit);
  }

  private static List<Integer> sizes(String text) {
    List<Integer> sizes = Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
    if (sizes.stream().anyMatch(size -> size < 2 || size > 9999)) {
      throw new IllegalArgumentException(text);
    }
    return sizes;
  }
}
