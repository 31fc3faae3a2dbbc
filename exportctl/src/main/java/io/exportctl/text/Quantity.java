package io.exportctl.text;

/** How many there are of something, in words: {@code 1 file}, {@code 2 files}. */
public final class Quantity {

  private Quantity() {}

  /**
   * The number and the noun.
   *
   * @param noun for one of them; an s makes it several
   */
  public static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
