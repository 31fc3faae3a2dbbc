package io.exportctl.doctor;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param subject a word or two
 * @param detail what was found
 * @param help an imperative that mends it
 */
public record Check(State state, String subject, String detail, Optional<String> help) {

  /** How it stands. */
  public enum State {
    OK,
    WARNING,
    ERROR;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Check ok(String subject, String detail) {
    return new Check(State.OK, subject, detail, Optional.empty());
  }

  public static Check warning(String subject, String detail, String help) {
    return new Check(State.WARNING, subject, detail, Optional.of(help));
  }

  public static Check error(String subject, String detail, String help) {
    return new Check(State.ERROR, subject, detail, Optional.of(help));
  }
}
