package io.exportctl.migrate;

import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file of a dataset that was migrated.
 *
 * @param display the path as it is printed
 * @param old the file that it comes from, as it is printed
 * @param before what is in that, without a byte order mark
 * @param after what is to be in this one
 */
public record NewFile(
    Path path, String display, String old, String before, String after, State state) {

  /** What is at the place of the file. */
  public enum State {
    MISSING,
    UP_TO_DATE,
    BLOCKED
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
