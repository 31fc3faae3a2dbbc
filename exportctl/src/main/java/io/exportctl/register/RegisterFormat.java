package io.exportctl.register;

import java.util.Locale;

/** Form in which the register is printed. */
public enum RegisterFormat {
  TEXT,
  MARKDOWN,
  CSV,
  JSON;

  /** Returns the word on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
