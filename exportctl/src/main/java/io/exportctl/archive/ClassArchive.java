package io.exportctl.archive;

import io.exportctl.diagnostic.ExportctlException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The classes of one installation as one Java lays them out in memory, which halves the time of a
 * start: a <a
 * href="https://docs.oracle.com/en/java/javase/17/vm/class-data-sharing.html">class-data
 * archive</a>, from Java 25 on an <a href="https://openjdk.org/jeps/514">ahead-of-time cache</a>.
 * The launcher names the folder, and takes what is there if its name is its size: Java 17 crashes
 * on an archive that was cut off.
 *
 * @param folder of this installation and this Java, beside those of others
 * @param jar as Java was told to start it
 * @param started what the launcher started this process with
 */
public record ClassArchive(Path folder, Path jar, Optional<Path> started) {

  /** What is tried is noted in this file, so that the launcher tries no more than once an hour. */
  private static final String TRIED = "tried";

  /** The first Java whose ahead-of-time caches need no more than one run. */
  private static final int AHEAD_OF_TIME = 25;

  private static final Duration MONTH = Duration.ofDays(30);

  /** That of this process; empty where it was not the launcher that started it. */
  public static Optional<ClassArchive> ofThisProcess() {
    String folder = System.getProperty("exportctl.archives", "");
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    String started = System.getProperty("exportctl.archive", "");
    return Optional.of(
        new ClassArchive(
            Path.of(folder),
            jar,
            started.isEmpty() ? Optional.empty() : Optional.of(Path.of(started))));
  }

  /** Whether this process runs on it. */
  public boolean isUsed() {
    return started.isPresent()
        && started.get().toString().endsWith(extension())
        && System.getProperty("java.vm.info", "").contains("sharing");
  }

  /** What an archive for this Java ends with. */
  static String extension() {
    return isAheadOfTime() ? ".aot" : ".jsa";
  }

  static boolean isAheadOfTime() {
    return Integer.parseInt(System.getProperty("java.specification.version")) >= AHEAD_OF_TIME;
  }

  /**
   * Removes the archive that this process was given and that Java did not take, as after an update
   * of Java: it would be refused for ever. What came with the installation stays.
   */
  public static void discardIfRefused() {
    Optional<ClassArchive> own = ofThisProcess();
    if (own.isPresent() && own.get().isRefused()) {
      try {
        Files.deleteIfExists(own.get().started().orElseThrow());
      } catch (IOException e) {
        // The start was slower, and the next one will be: nothing else depends on it.
      }
    }
  }

  private boolean isRefused() {
    return started.isPresent() && !isUsed() && started.get().startsWith(folder);
  }

  /**
   * Makes it anew, and clears away what nobody uses any more.
   *
   * @param variables of the user
   * @return the archive; empty where somebody else is making it
   * @throws ExportctlException where it cannot be made
   */
  public Optional<Path> make(Map<String, String> variables) {
    try {
      Files.createDirectories(folder);
      // The lock goes with the process, however that ends.
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(TRIED), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        return lock == null ? Optional.empty() : Optional.of(makeAlone(variables));
      }
    } catch (IOException e) {
      throw ExportctlException.of("cannot write to " + folder, e);
    }
  }

  private Path makeAlone(Map<String, String> variables) throws IOException {
    Path made = folder.resolve("new");
    try {
      Files.deleteIfExists(made);
      new Recording(jar, variables).writeTo(made);
      try (FileChannel written = FileChannel.open(made)) {
        written.force(true);
      }
      Path archive = folder.resolve(Files.size(made) + extension());
      Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
      OldArchives.clear(archive, FileTime.from(Instant.now().minus(MONTH)));
      return archive;
    } finally {
      Files.deleteIfExists(made);
    }
  }
}
