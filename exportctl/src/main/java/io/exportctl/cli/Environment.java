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
 * All that the tool takes from the process that it runs in.
 *
 * @param directory where the user is; absolute
 * @param variables the environment's variables
 * @param code where the tool itself lies: its jar, or a folder of classes
 * @param clock for dates by which datasets are to be reviewed, and how long a command took
 * @param terminalIn whether a person can be asked
 * @param terminalOut whether a person reads standard output as it comes
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

  /** The date, the same for all time zones. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /**
   * Whether colors reach a person who has not declined them: <a
   * href="https://no-color.org">NO_COLOR</a>.
   */
  boolean takesColors() {
    return terminalOut && !variables.containsKey("NO_COLOR");
  }
}
