package io.exportctl.benchmarks;

import io.exportctl.support.Command;
import io.exportctl.support.Distribution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The installed tool with its CDS archive. */
record Launcher(String script, Map<String, String> variables) {

  /**
   * Builds the tool if necessary and creates the archive, so that measurements do not include it.
   *
   * @param home the folder of the tool in a clone
   * @param folder the folder in which it is installed and started
   */
  static Launcher of(Path home, Path folder) {
    Command.in(folder).run(home.resolve("bin/exportctl").toString(), "--version").orFail();
    String script = Distribution.of(home, folder.resolve("installed")).launcher();
    Command.Result result = Command.in(folder).run(script, "doctor", "--fix");
    if (!result.out().matches("(?s).*ok +archive .*")) {
      throw new Failure("the launcher has no archive; see `exportctl doctor --fix`");
    }
    return new Launcher(script, Map.of());
  }

  Contender contender(String name, Path workspace, Object... arguments) {
    List<String> line = new ArrayList<>(List.of(script));
    List.of(arguments).forEach(argument -> line.add(argument.toString()));
    return Contender.of(name, line, variables).in(workspace);
  }

  /** Returns variables that limit the heap and override the launcher's option. */
  static Map<String, String> heap(int mebibytes) {
    return Map.of("_JAVA_OPTIONS", "-Xmx" + mebibytes + "m");
  }
}
