package io.exportctl.migrate;

import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * A file that the migration writes.
 *
 * @param display the path as it is printed
 * @param old the printed path of the old file
 * @param before the content of the old file, without a byte order mark
 * @param after the content of the new file
 */
public record NewFile(
    Path path, String display, String old, String before, String after, State state) {

  /** State of the new file's path. */
  public enum State {
    MISSING,
    UP_TO_DATE,
    BLOCKED;

    /** Returns the word in JSON, such as {@code up-to-date}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static NewFile of(Path path, String display, String old, String before, String after) {
    return new NewFile(path, display, old, before, after, state(path, display, after));
  }

  private static State state(Path path, String display, String after) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return State.MISSING;
    }
    try {
      boolean same =
          Files.isRegularFile(path) && Arrays.equals(Files.readAllBytes(path), bytes(after));
      return same ? State.UP_TO_DATE : State.BLOCKED;
    } catch (IOException e) {
      throw ExportctlException.of("cannot read " + display, e);
    }
  }

  byte[] bytes() {
    return bytes(after);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
