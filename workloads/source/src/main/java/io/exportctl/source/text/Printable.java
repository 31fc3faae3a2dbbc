package io.exportctl.source.text;

/** Texts from elsewhere on a terminal. */
public final class Printable {

  private Printable() {}

  /** Replaces characters that a terminal might act on; line ends stay. */
  public static String lines(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029&&[^\\n]]", "?");
  }

  /** Returns a text in quotes on one line. */
  public static String quoted(String text) {
    return '"' + lines(text).replace('\n', '?') + '"';
  }
}
