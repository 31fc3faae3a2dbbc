package io.exportctl.landing.extractor.cli;

/** Texts from elsewhere on a terminal. */
final class Texts {

  private Texts() {}

  /** Replaces characters that a terminal might act on; line ends stay. */
  static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n]]", "?");
  }
}
