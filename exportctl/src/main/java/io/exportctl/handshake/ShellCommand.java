package io.exportctl.handshake;

import io.exportctl.dataset.TestCommand;
import java.util.regex.Pattern;

/** A line that a person pastes into a shell. */
final class ShellCommand {

  /** What no shell takes for more than text. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9_./:=@,+-]*");

  private ShellCommand() {}

  static String of(TestCommand trial) {
    return trial.writes()
        ? "echo test | aws s3 cp - " + word(trial.url())
        : "aws s3 ls " + word(trial.url());
  }

  /** In single quotes where it has to be. */
  static String word(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
