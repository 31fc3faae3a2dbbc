package io.exportctl.support;

import org.junit.jupiter.api.Assumptions;

/** The programs that some tests need beside a JDK. */
public final class Tools {

  private Tools() {}

  /**
   * Skips the test, by name and with the reason, on a machine that lacks a program; fails in CI,
   * where a skipped test would go unseen.
   */
  public static void require(String... programs) {
    for (String program : programs) {
      require(Command.find(program).isPresent(), program + " is not on the PATH");
    }
  }

  /**
   * Skips the test unless a condition holds; fails in CI.
   *
   * @param reason why the test cannot run
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
