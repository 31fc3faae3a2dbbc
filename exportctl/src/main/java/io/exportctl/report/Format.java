package io.exportctl.report;

import java.util.Locale;

/** What a report can be printed as. */
public enum Format {
  /** For a person. */
  TEXT,
  /** For programs of one's own. */
  JSON,
  /** For GitHub Actions: annotations in a pull request. */
  GITHUB,
  /** For code scanning. */
  SARIF,
  /** For CI systems that show tests. */
  JUNIT;

  /** As it is written on a command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
