package io.exportctl.landing.loader;

import io.exportctl.landing.format.NamePattern;
import java.util.List;
import java.util.stream.Stream;

/** Patterns of names. */
record NamePatterns(List<NamePattern> patterns) {

  static NamePatterns of(List<String> patterns) {
    return new NamePatterns(patterns.stream().map(NamePattern::of).toList());
  }

  /** Returns true if a pattern matches one of the names under which something is known. */
  boolean match(String... names) {
    return patterns.stream().anyMatch(pattern -> Stream.of(names).anyMatch(pattern::matches));
  }
}
