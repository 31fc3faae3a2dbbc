package io.exportctl.source.cli;

import io.exportctl.source.fault.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Environment variables, and the problems that were found with them. */
final class Variables {

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  Variables(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  void problem(String message) {
    problems.add(message);
  }

  /** Finds a variable; an empty one counts as missing. */
  Optional<String> find(String name) {
    return Optional.ofNullable(environment.get(name)).filter(it -> !it.isBlank());
  }

  /** Returns a variable that has to be set. */
  String text(String name) {
    if (find(name).isEmpty()) {
      problem(name + " is not set");
    }
    return find(name).orElse("");
  }

  /** Returns a whole number; the value of a variable that is wrong is not shown. */
  int number(String name, int otherwise, int min, int max) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.get().strip());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The problem is the same as with a number out of range.
    }
    problem("%s is not a number from %d to %d".formatted(name, min, max));
    return otherwise;
  }

  /**
   * Ends the reading.
   *
   * @throws StoreException with all problems, a line each
   */
  void end() {
    if (!problems.isEmpty()) {
      throw StoreException.usage(String.join("\n", problems));
    }
  }
}
