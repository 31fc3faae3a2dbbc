package io.exportctl.landing.loader;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Patterns of names, in which {@code *} stands for any characters. */
final class NamePatterns {

  private final List<Pattern> patterns;

  private NamePatterns(List<Pattern> patterns) {
    this.patterns = patterns;
  }

  static NamePatterns of(List<String> patterns) {
    return new NamePatterns(patterns.stream().map(NamePatterns::compile).toList());
  }

  /** Returns true if a pattern matches one of the names under which something is known. */
  boolean match(String... names) {
    return patterns.stream()
        .anyMatch(pattern -> Stream.of(names).anyMatch(name -> pattern.matcher(name).matches()));
  }

  private static Pattern compile(String pattern) {
    return Pattern.compile(
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(joining(".*")),
        Pattern.DOTALL);
  }
}
