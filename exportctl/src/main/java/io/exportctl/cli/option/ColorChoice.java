package io.exportctl.cli.option;

import java.util.List;
import java.util.Locale;

/** Values of the option {@code --color}. */
public enum ColorChoice {
  AUTO,
  ALWAYS,
  NEVER;

  /**
   * Returns true for colors.
   *
   * @param byDefault the choice of the environment
   */
  public boolean isTaken(boolean byDefault) {
    return this == AUTO ? byDefault : this == ALWAYS;
  }

  /** Converts the word on the command line. */
  public static final class Converter extends WordConverter<ColorChoice> {

    Converter() {
      super("a choice of colors", List.of(values()));
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
