package io.exportctl.archive;

import io.exportctl.workspace.Program;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Has another Java, of the same kind as this one, write an archive, and start on it once. */
final class Recording {

  /** An archive is for one collector; the launcher starts with this one. */
  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=error:stderr");

  private static final String REMEDY = "start-up stays slower";

  private final Path jar;
  private final Program java;

  Recording(Path jar, Map<String, String> variables) {
    this.jar = jar;
    Map<String, String> own = new HashMap<>(variables);
    // Agents, and whatever else these bring, belong in no archive.
    own.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
    String program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    this.java = new Program(program, jar.getParent(), own);
  }

  /**
   * @throws io.exportctl.diagnostic.ExportctlException where Java cannot, or does not take what it
   *     wrote
   */
  void writeTo(Path archive) {
    String tool = jar.toString();
    if (ClassArchive.isAheadOfTime()) {
      ask("-XX:AOTCacheOutput=" + archive, "-cp", tool, "io.exportctl.cli.Rehearsal");
      ask("-XX:AOTMode=on", "-XX:AOTCache=" + archive, "-jar", tool, "--version");
    } else {
      String classes = "-XX:SharedClassListFile=" + jar.resolveSibling("exportctl.classlist");
      String file = "-XX:SharedArchiveFile=" + archive;
      ask("-Xshare:dump", classes, file, "-cp", tool);
      ask("-Xshare:on", file, "-jar", tool, "--version");
    }
  }

  private void ask(String... arguments) {
    java.ask(Stream.concat(FLAGS.stream(), Stream.of(arguments)).toArray(String[]::new))
        .orFail(REMEDY);
  }
}
