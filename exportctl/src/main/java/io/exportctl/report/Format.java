package io.exportctl.report;

import java.util.Locale;

/** What a report can be printed as. */
public enum Format {
  /** For a person. */
  TEXT;

  /** As it is written on a command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
