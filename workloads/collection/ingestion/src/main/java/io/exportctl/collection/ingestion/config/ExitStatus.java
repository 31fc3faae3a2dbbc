package io.exportctl.collection.ingestion.config;

/** Exit codes of the program, with the meaning that they have for exportctl. */
public final class ExitStatus {

  /** Success. */
  public static final int FINE = 0;

  /** A date was not published, because too much of its data is bad. */
  public static final int BAD_DATA = 1;

  /** The command line is invalid. */
  public static final int WRONG_USAGE = 2;

  /** The command failed. */
  public static final int FAILED = 3;

  private ExitStatus() {}
}
