package io.exportctl.report;

import java.util.Locale;

/** Format of a printed report. */
public enum Format {
  /** For a person. */
  TEXT,
  /** For a team's own programs. */
  JSON,
  /** For GitHub Actions: annotations in a pull request. */
  GITHUB,
  /** For code scanning. */
  SARIF,
  /** For CI systems that show tests. */
  JUNIT;

  /** Returns the name used on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
