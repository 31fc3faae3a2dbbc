package io.exportctl.handshake;

import io.exportctl.dataset.TestCommand;
import java.util.regex.Pattern;

/** Builds command lines that a person can paste into a shell. */
final class ShellCommand {

  /** Words that need no quotes in a shell. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9_./:=@,+-]*");

  private ShellCommand() {}

  static String of(TestCommand test) {
    return test.writes()
        ? "echo test | aws s3 cp - " + word(test.url())
        : "aws s3 ls " + word(test.url());
  }

  /** Puts a word in single quotes if it needs them. */
  static String word(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
