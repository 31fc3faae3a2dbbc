package io.exportctl.doctor;

import java.util.Locale;
import java.util.Optional;

/**
 * The result of one check.
 *
 * @param subject one or two words
 * @param detail the finding
 * @param help instruction that fixes the problem
 */
public record Check(State state, String subject, String detail, Optional<String> help) {

  /** Result of a check. */
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
