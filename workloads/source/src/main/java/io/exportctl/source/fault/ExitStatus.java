package io.exportctl.source.fault;

/** Exit codes of the program, those of exportctl. */
public enum ExitStatus {
  /** Success. */
  FINE(0),

  /** Something was found in a file. */
  FINDINGS(1),

  /** The command line or the environment is wrong. */
  WRONG_USAGE(2),

  /** The command failed. */
  FAILED(3);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
