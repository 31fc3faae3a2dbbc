package io.exportctl.cli;

/** What the tool's exit codes mean. */
final class ExitStatus {

  /** All is well. */
  static final int FINE = 0;

  /** Something was found in the files, or {@code render --check} would change one. */
  static final int FINDINGS = 1;

  /** The command was used wrongly. */
  static final int WRONG_USAGE = 2;

  /** The command could not do its work. */
  static final int FAILED = 3;

  private ExitStatus() {}
}
