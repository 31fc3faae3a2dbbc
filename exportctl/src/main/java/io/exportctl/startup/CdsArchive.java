package io.exportctl.startup;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.git.Program;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The JVM's <a href="https://docs.oracle.com/en/java/javase/17/vm/class-data-sharing.html">CDS
 * archive</a> of one installation, which halves the start-up time. It is made when the tool is
 * built or installed, and lies beside the jar.
 *
 * <p>Its name is its size in bytes: Java 17 crashes on a truncated archive, so the launcher
 * compares the two. When the oldest supported Java is 25, <a
 * href="https://openjdk.org/jeps/514">its ahead-of-time cache</a> replaces all of this.
 *
 * @param jar absolute path of the tool's jar
 * @param given archive that the launcher passed to this process, even if the JVM did not accept it
 */
public record CdsArchive(Path jar, Optional<Path> given) {

  /** Options of the launcher; an archive fits only the garbage collector it was made with. */
  private static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=error:stderr");

  /** Options that users set for all JVMs, such as agents; they would end up in the archive. */
  private static final List<String> JVM_OPTIONS =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private static final String EXTENSION = ".jsa";

  /** Returns the archive of this process; empty if the launcher did not start it. */
  public static Optional<CdsArchive> ofThisProcess() {
    return Optional.ofNullable(System.getProperty("exportctl.archive"))
        .map(
            given ->
                new CdsArchive(
                    Path.of(System.getProperty("java.class.path")).toAbsolutePath(),
                    given.isEmpty() ? Optional.empty() : Optional.of(Path.of(given))));
  }

  /** Returns true if this process runs on its archive. */
  public boolean isUsed() {
    return given.isPresent() && System.getProperty("java.vm.info", "").contains("sharing");
  }

  /**
   * Makes the archive, and removes older ones.
   *
   * @param variables environment of the user
   * @return the new file
   * @throws ExportctlException if it cannot be made
   */
  public Path make(Map<String, String> variables) {
    Path folder = jar.resolveSibling("archive");
    try {
      Files.createDirectories(folder);
      Path draft = folder.resolve("new." + ProcessHandle.current().pid());
      try {
        write(draft, variables);
        Path archive = folder.resolve(Files.size(draft) + EXTENSION);
        Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
        removeOlder(archive);
        return archive;
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw ExportctlException.of("cannot write to " + folder, e);
    }
  }

  /** Writes the archive, starts a JVM on it once, and flushes it to the disk. */
  private void write(Path file, Map<String, String> variables) throws IOException {
    Map<String, String> environment = new HashMap<>(variables);
    environment.keySet().removeAll(JVM_OPTIONS);
    String program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Program java = new Program(program, jar.getParent(), environment);
    String classes = "-XX:SharedClassListFile=" + jar.resolveSibling("exportctl.classlist");
    String archive = "-XX:SharedArchiveFile=" + file;
    run(java, "-Xshare:dump", classes, archive, "-cp", jar.toString());
    run(java, "-Xshare:on", archive, "-jar", jar.toString(), "--version");
    try (FileChannel written = FileChannel.open(file)) {
      written.force(true);
    }
  }

  private static void run(Program java, String... arguments) {
    java.ask(Stream.concat(FLAGS.stream(), Stream.of(arguments)).toArray(String[]::new))
        .orFail("start-up stays slower");
  }

  /** Removes other archives, and files left behind by an interrupted run. */
  private static void removeOlder(Path newest) throws IOException {
    FileTime made = Files.getLastModifiedTime(newest);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(newest.getParent())) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).compareTo(made) < 0) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
