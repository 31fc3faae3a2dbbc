package io.exportctl.benchmarks;

import io.exportctl.support.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tool as its users start it, with a class-data archive: the launcher's own, or where it makes
 * none, one of the benchmark's.
 *
 * @param archive what makes Java take the archive; empty where the launcher does
 */
record Launcher(Path script, String archive) {

  private static final String OPTIONS = "JAVA_TOOL_OPTIONS";

  /**
   * @param workspace on which the commands that are measured are run once
   * @param scratch where an archive may be put
   */
  static Launcher of(Path script, Path workspace, Path scratch) throws IOException {
    // Builds the tool where nobody has yet, so that no measurement does; a launcher may take the
    // chance to make its archive.
    Command.in(scratch).run(script.toString(), "--version").orFail();
    if (Files.readString(script).contains("SharedArchiveFile")) {
      return new Launcher(script, "");
    }
    Path classes = scratch.resolve("classes");
    Path archive = scratch.resolve("classes.jsa");
    StringBuilder all = new StringBuilder();
    for (String command : List.of("validate", "render")) {
      Command.in(workspace)
          .with(Map.of(OPTIONS, "-XX:DumpLoadedClassList=" + classes))
          .run(script.toString(), command)
          .orFail();
      all.append(Files.readString(classes));
    }
    Files.writeString(classes, all);
    Command.in(scratch)
        .run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:dump",
            "-XX:+UseG1GC",
            "-XX:SharedClassListFile=" + classes,
            "-XX:SharedArchiveFile=" + archive,
            "-cp",
            script.resolveSibling("../target/exportctl.jar").normalize().toString())
        .orFail();
    return new Launcher(script, "-XX:SharedArchiveFile=" + archive);
  }

  Contender contender(String name, Path workspace, Object... arguments) {
    List<String> line = new ArrayList<>(List.of(script.toString(), "-C", workspace.toString()));
    List.of(arguments).forEach(argument -> line.add(argument.toString()));
    return Contender.of(name, line, variables(""));
  }

  /** The variables that set further options of Java. */
  Map<String, String> variables(String options) {
    return Map.of(OPTIONS, (archive + " " + options).strip());
  }
}
