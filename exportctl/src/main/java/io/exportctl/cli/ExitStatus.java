package io.exportctl.cli;

/** What the tool's exit codes mean. */
public final class ExitStatus {

  /** All is well. */
  public static final int FINE = 0;

  /** Something was found in the files, or {@code render --check} would change one. */
  public static final int FINDINGS = 1;

  /** The command was used wrongly. */
  public static final int WRONG_USAGE = 2;

  /** The command could not do its work. */
  public static final int FAILED = 3;

  private ExitStatus() {}
}
