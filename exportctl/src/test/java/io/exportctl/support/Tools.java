package io.exportctl.support;

import org.junit.jupiter.api.Assumptions;

/** Checks for programs that some tests need in addition to a JDK. */
public final class Tools {

  private Tools() {}

  /**
   * Skips the test if a program is missing, with the reason; fails in CI, where a skipped test
   * would go unnoticed.
   */
  public static void require(String... programs) {
    for (String program : programs) {
      require(Command.find(program).isPresent(), program + " is not on the PATH");
    }
  }

  /**
   * Skips the test unless a condition holds; fails in CI.
   *
   * @param reason the reason why the test cannot run
   */
  public static void require(boolean condition, String reason) {
    if (!condition) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(reason);
      }
      Assumptions.abort(reason);
    }
  }
}
