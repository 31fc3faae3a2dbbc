package io.exportctl.text;

/** A number with its noun: {@code 1 file}, {@code 2 files}. */
public final class Quantity {

  private Quantity() {}

  /**
   * Returns the number and the noun.
   *
   * @param noun singular whose plural ends in s
   */
  public static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
