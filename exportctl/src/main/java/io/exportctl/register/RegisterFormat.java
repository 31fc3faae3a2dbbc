package io.exportctl.register;

import java.util.Locale;

/** What the register can be printed as. */
public enum RegisterFormat {
  /** For a person. */
  TEXT,
  /** For programs: everything, uncut. */
  JSON;

  /** As it is written on a command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
