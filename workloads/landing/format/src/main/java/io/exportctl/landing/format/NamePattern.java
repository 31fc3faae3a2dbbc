package io.exportctl.landing.format;

import static java.util.stream.Collectors.joining;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pattern of a table's or column's name. {@code *} stands for any characters; everything else is
 * literal. The extractor and the loader choose by it, so that nothing arrives that must not leave.
 */
public final class NamePattern {

  private final Pattern pattern;

  private NamePattern(Pattern pattern) {
    this.pattern = pattern;
  }

  public static NamePattern of(String text) {
    return new NamePattern(
        Pattern.compile(
            Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(joining(".*")),
            Pattern.DOTALL));
  }

  public boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
