package io.exportctl.landing.loader;

import java.util.function.BooleanSupplier;

/** Attempts at a step of a publication. */
final class Attempts {

  private static final int MOST = 20;

  private Attempts() {}

  /**
   * Repeats a step that found the catalog changed since it read it.
   *
   * @param step returns true if it is done
   * @throws IllegalStateException if the catalog keeps changing
   */
  static void until(BooleanSupplier step) {
    for (int attempt = 0; attempt < MOST; attempt++) {
      if (step.getAsBoolean()) {
        return;
      }
    }
    throw new IllegalStateException("the catalog changed %d times during one step".formatted(MOST));
  }
}
