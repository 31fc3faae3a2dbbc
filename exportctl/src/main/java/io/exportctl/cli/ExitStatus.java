package io.exportctl.cli;

/** Exit codes of the tool. */
public final class ExitStatus {

  /** Success. */
  public static final int FINE = 0;

  /** Problems were found in the files, or {@code render --check} would change one. */
  public static final int FINDINGS = 1;

  /** The command line is invalid. */
  public static final int WRONG_USAGE = 2;

  /** The command failed. */
  public static final int FAILED = 3;

  private ExitStatus() {}
}
