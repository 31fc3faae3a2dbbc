package io.exportctl.text;

import java.util.function.IntPredicate;

/** Replaces characters that a format does not allow by U+FFFD, as decoders do. */
final class CharacterFilter {

  private static final int REPLACEMENT = 0xFFFD;

  private CharacterFilter() {}

  static String keep(String text, IntPredicate kept) {
    return text.codePoints()
        .map(point -> kept.test(point) ? point : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
