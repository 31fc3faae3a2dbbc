package io.exportctl.cli;

import static io.exportctl.diagnostic.Quotation.printable;

import io.exportctl.render.Change;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a file is changed, line by line, as a terminal may show it. */
final class PrintedDiff {

  private PrintedDiff() {}

  /**
   * @param from the file that it comes from, as it is printed
   * @param to the file that it becomes
   */
  static String of(String from, String before, String to, String after) {
    return harmless(new Change(to, Optional.of(before), Optional.of(after)).diff(from, to));
  }

  /** As it is but for what a terminal would act on: a diff is also fed to other tools. */
  private static String harmless(String diff) {
    return diff.codePoints()
        .mapToObj(Character::toString)
        .map(point -> "\n\r\t".contains(point) ? point : printable(point))
        .collect(Collectors.joining());
  }
}
