package io.exportctl.cli.terminal;

import io.exportctl.cli.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Width of the terminal in columns. */
public final class TerminalWidth {

  private static final Pattern SIZE = Pattern.compile("\\d{1,5} (\\d{1,5})\\s*");
  private static final int USUAL = 80;
  private static final int NARROWEST = 20;

  private TerminalWidth() {}

  /** Returns the width from {@code COLUMNS}, else from the terminal; empty if there is neither. */
  public static OptionalInt of(Environment environment) {
    String columns = environment.variables().getOrDefault("COLUMNS", "");
    if (columns.matches("[1-9][0-9]{0,4}")) {
      return OptionalInt.of(Math.max(NARROWEST, Integer.parseInt(columns)));
    }
    return environment.terminalOut() ? OptionalInt.of(ask()) : OptionalInt.empty();
  }

  /**
   * Asks {@code stty} for the width of the terminal on standard input, as shells do not export
   * {@code COLUMNS}.
   */
  private static int ask() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      Matcher matcher = SIZE.matcher(size);
      int width = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
      return width == 0 ? USUAL : Math.max(NARROWEST, width);
    } catch (IOException e) {
      // Windows, or a minimal container image without stty.
      return USUAL;
    }
  }
}
