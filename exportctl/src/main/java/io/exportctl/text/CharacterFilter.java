package io.exportctl.text;

import java.util.function.IntPredicate;

/** Replaces the characters that a format cannot hold, as decoders do with what they cannot read. */
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
