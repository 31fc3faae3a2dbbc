package io.exportctl.text;

/**
 * Number of terminal cells that a text takes. Covers the common cases of <a
 * href="https://www.unicode.org/reports/tr11/">UAX 11</a>, so that underlines are also right in
 * Chinese text.
 */
public final class DisplayWidth {

  private DisplayWidth() {}

  /** Returns the number of cells of a printable text. */
  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  public static int of(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int point) {
    return isIn(point, 0x1100, 0x115F) // Hangul
        || isIn(point, 0x2E80, 0x303E) // radicals, punctuation
        || isIn(point, 0x3041, 0xA4CF) // kana, ideographs
        || isIn(point, 0xAC00, 0xD7A3) // Hangul
        || isIn(point, 0xF900, 0xFAFF) // ideographs
        || isIn(point, 0xFF00, 0xFF60) // full width
        || isIn(point, 0x1F300, 0x1FAFF) // pictures
        || isIn(point, 0x20000, 0x3FFFD); // ideographs
  }

  private static boolean isIn(int point, int first, int last) {
    return first <= point && point <= last;
  }
}
