package io.exportctl.landing.extractor.cli;

import io.exportctl.landing.extractor.fault.ExtractionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Environment variables, and the problems that were found with them. */
final class Variables {

  private static final Pattern SEPARATOR = Pattern.compile("[,\\n]");

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
    return find(name)
        .orElseGet(
            () -> {
              problem(name + " is not set");
              return "";
            });
  }

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
    problem("%s is not a number from %d to %d: \"%s\"".formatted(name, min, max, text.get()));
    return otherwise;
  }

  String oneOf(String name, String otherwise, List<String> values) {
    String value = find(name).orElse(otherwise);
    if (values.contains(value)) {
      return value;
    }
    problem("%s is not one of %s: \"%s\"".formatted(name, String.join(", ", values), value));
    return otherwise;
  }

  /** Returns entries that stand on lines of their own, or between commas. */
  List<String> list(String name, String otherwise) {
    return Stream.of(SEPARATOR.split(find(name).orElse(otherwise)))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  /**
   * Ends the reading.
   *
   * @throws ExtractionException if there was a problem
   */
  void end() {
    if (!problems.isEmpty()) {
      throw ExtractionException.usage(String.join("\n", problems));
    }
  }
}
