package io.exportctl.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The process that the tool runs in: its folder, streams, variables and clock.
 *
 * @param directory absolute path of the current folder
 * @param variables environment variables
 * @param code location of the tool: its jar, or a folder of classes
 * @param clock source of today's date and of elapsed times
 * @param terminalIn true if standard input is a terminal, so that questions can be asked
 * @param terminalOut true if standard output is a terminal
 */
public record Environment(
    Path directory,
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Map<String, String> variables,
    URL code,
    Clock clock,
    boolean terminalIn,
    boolean terminalOut) {

  /** Returns the date in UTC, so that it is the same in all time zones. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Returns true if standard output is a terminal that obeys escape sequences. */
  public boolean obeysEscapes() {
    return terminalOut && !"dumb".equals(variables.get("TERM"));
  }

  /** Returns true if <a href="https://no-color.org">NO_COLOR</a> is set to any text but none. */
  public boolean refusesColors() {
    return !variables.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** Returns true if colors are printed unless an option says otherwise. */
  boolean takesColors() {
    return obeysEscapes() && !refusesColors();
  }
}
