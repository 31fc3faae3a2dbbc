package io.exportctl.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * All that the tool takes from the process that it runs in.
 *
 * @param directory where the user is; absolute
 * @param variables the environment's variables
 * @param terminalIn whether a person can be asked
 * @param terminalOut whether a person reads standard output as it comes
 */
record Environment(
    Path directory,
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Map<String, String> variables,
    boolean terminalIn,
    boolean terminalOut) {

  /**
   * Whether colors reach a person who has not declined them: <a
   * href="https://no-color.org">NO_COLOR</a>.
   */
  boolean takesColors() {
    return terminalOut && !variables.containsKey("NO_COLOR");
  }
}
