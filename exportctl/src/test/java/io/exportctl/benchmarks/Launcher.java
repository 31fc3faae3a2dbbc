package io.exportctl.benchmarks;

import io.exportctl.support.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tool as its users start it, with the launcher's own archive of classes. */
record Launcher(Path script) {

  /**
   * Builds the tool where nobody has yet, and makes the archive, so that no measurement does.
   *
   * @param folder where the launcher is started
   */
  static Launcher of(Path script, Path folder) {
    Command.in(folder).run(script.toString(), "--version").orFail();
    Command.Result result = Command.in(folder).run(script.toString(), "doctor", "--fix");
    if (!result.out().matches("(?s).*ok +archive .*")) {
      throw new Failure("the launcher has no archive; see `exportctl doctor --fix`");
    }
    return new Launcher(script);
  }

  Contender contender(String name, Path workspace, Object... arguments) {
    List<String> line = new ArrayList<>(List.of(script.toString(), "-C", workspace.toString()));
    List.of(arguments).forEach(argument -> line.add(argument.toString()));
    return Contender.of(name, line, Map.of());
  }

  /** The variables that limit the heap, whatever the launcher asks for. */
  static Map<String, String> heap(int mebibytes) {
    return Map.of("_JAVA_OPTIONS", "-Xmx" + mebibytes + "m");
  }
}
