package io.exportctl.landing.extractor.fault;

/** Exit codes of the program. */
public enum ExitStatus {
  /** Everything was published. */
  PUBLISHED(0),

  /** Settings, rights or permissions are wrong; trying again does not help. */
  USAGE(2),

  /** The extraction could not be done. */
  FAILED(3),

  /** The extraction gave way to another, or to somebody who waits for its locks. */
  GAVE_WAY(4),

  /** The extraction was published, and the platform refused it. */
  REFUSED(5);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
