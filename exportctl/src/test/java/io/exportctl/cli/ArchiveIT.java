package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.Distribution;
import io.exportctl.support.Folders;
import io.exportctl.support.JavaHomes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that starts are faster with: there after the first, and never in the way. */
class ArchiveIT {

  private static final Command.Result FINE = new Command.Result(0, version(), "");

  /** An installation, and the cache in which it has made an archive. */
  @TempDir static Path shared;

  private static Distribution distribution;

  @TempDir Path root;

  private Path cache;

  @BeforeAll
  static void makeOne() {
    distribution = Distribution.in(shared.resolve("installed here"));

    String report = run(shared.resolve("cache"), "doctor", "--fix").out();

    assertThat(report).containsPattern("ok       archive     made .*/[0-9]+\\.(jsa|aot)\n");
  }

  @BeforeEach
  void copyCache() {
    cache = root.resolve("cache");
    Folders.copy(shared.resolve("cache"), cache);
  }

  @Test
  void isMadeInTheBackgroundOfTheFirstRun() throws Exception {
    Path fresh = root.resolve("fresh");

    assertThat(run(fresh, "--version")).isEqualTo(FINE);

    waitForArchive(fresh);
    assertThat(run(fresh, "doctor").out()).contains("ok       archive     " + archive(fresh));
    assertThat(run(fresh, "--version")).isEqualTo(FINE);
  }

  @Test
  void isMadeOnceByTwoAtOnce() {
    Path fresh = root.resolve("fresh");

    CompletableFuture<Command.Result> other =
        CompletableFuture.supplyAsync(() -> run(fresh, "doctor", "--fix"));
    Command.Result one = run(fresh, "doctor", "--fix");

    assertThat(List.of(one.out(), other.join().out()))
        .allMatch(report -> report.contains("ok       archive     "))
        .anyMatch(report -> report.contains("archive     made "));
    assertThat(run(fresh, "doctor").out()).contains("ok       archive     " + archive(fresh));
  }

  @Test
  void isNotNeeded() {
    assertThat(run(Path.of("/dev/null"), "--version")).isEqualTo(FINE);
    assertThat(run(Path.of("/dev/null"), "doctor", "--fix").out())
        .contains("warning  archive     cannot write to /dev/null/exportctl/");
  }

  @Test
  void isLeftOutWhereTheDiskIsFull() throws IOException {
    Path full = root.resolve("full");
    String command = "ulimit -f 2000; exec '" + distribution.launcher() + "' ";

    Command.Result doctor = command(full).run("sh", "-c", command + "doctor --fix");

    assertThat(doctor.out()).contains("warning  archive     ", "XDG_CACHE_HOME");
    assertThat(command(full).run("sh", "-c", command + "--version")).isEqualTo(FINE);
    assertThat(archives(full)).isEmpty();
  }

  @Test
  void isNotTakenWhereItIsCutOff() throws IOException {
    for (double part : new double[] {0, 0.1, 0.5, 0.99}) {
      Path archive = archive(cache);
      archive.toFile().setWritable(true);
      try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
        file.setLength((long) (file.length() * part));
      }

      assertThat(run(cache, "--version")).as("%s of it", part).isEqualTo(FINE);
    }
  }

  @Test
  void isDiscardedWhereItIsForAnotherJava() throws IOException {
    Path archive = archive(cache);
    archive.toFile().setWritable(true);
    try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
      file.write(new byte[4096]);
    }

    assertThat(run(cache, "doctor").out()).contains("archive     Java does not take " + archive);
    assertThat(archive).doesNotExist();
    assertThat(run(cache, "--version")).isEqualTo(FINE);
  }

  @Test
  void isNotTakenWhereTheToolIsNewer() throws IOException {
    Path jar = distribution.folder().resolve("lib/exportctl.jar");
    FileTime before = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));

    String report = run(cache, "doctor").out();

    Files.setLastModifiedTime(jar, before);
    assertThat(report).contains("archive     none yet");
  }

  @Test
  void clearsAwayWhatItReplacesAndWhatIsOld() throws IOException {
    Path old = Files.createDirectories(cache.resolve("exportctl/+old+java"));
    Path recent = Files.createDirectories(cache.resolve("exportctl/+recent+java"));
    Path replaced = archive(cache).resolveSibling("17.jsa");
    for (Path archive : List.of(old.resolve("1.jsa"), recent.resolve("1.jsa"), replaced)) {
      Files.writeString(archive, "x");
    }
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(40))));

    run(cache, "doctor", "--fix");

    assertThat(old).doesNotExist();
    assertThat(replaced).doesNotExist();
    assertThat(recent.resolve("1.jsa")).exists();
    assertThat(archives(cache)).hasSize(2);
  }

  /** As where the Java that the PATH leads to is another one from one day to the next. */
  @Test
  void followsTheJavaThatIsThere() throws IOException {
    List<Path> homes = JavaHomes.ofBothKinds();
    Path java = root.resolve("java");
    Path empty = root.resolve("empty");
    Command command = command(empty).with(Map.of("JAVA_HOME", java.toString()));
    for (Path home : List.of(homes.get(0), homes.get(1), homes.get(0))) {
      boolean first = archives(empty).isEmpty();
      Files.deleteIfExists(java);
      Files.createSymbolicLink(java, home);
      if (!first) {
        assertThat(command.run(distribution.launcher(), "--version")).isEqualTo(FINE);
        assertThat(archives(empty)).as("that of the other Java").isEmpty();
      }

      assertThat(command.run(distribution.launcher(), "doctor", "--fix").out())
          .contains("archive     made ");
      assertThat(command.run(distribution.launcher(), "doctor").out())
          .contains("ok       archive     " + archive(empty));
    }
    Files.delete(java);
  }

  private static String version() {
    return "exportctl " + Version.number() + "\n";
  }

  private static Command.Result run(Path cache, String... arguments) {
    return command(cache)
        .run(Stream.concat(Stream.of(distribution.launcher()), Stream.of(arguments)).toList());
  }

  private static Command command(Path cache) {
    return Command.in(shared)
        .with(
            Map.of(
                "XDG_CACHE_HOME", cache.toString(), "JAVA_HOME", System.getProperty("java.home")));
  }

  private static Path archive(Path cache) {
    assertThat(archives(cache)).hasSize(1);
    return archives(cache).get(0);
  }

  private static List<Path> archives(Path cache) {
    return Folders.paths(cache).stream().filter(ArchiveIT::isArchive).toList();
  }

  private static boolean isArchive(Path path) {
    return path.toString().matches(".*/[0-9]+\\.(jsa|aot)");
  }

  /** Looks at names alone: while it is made, a file may be gone that was just listed. */
  private static boolean holdsArchive(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(ArchiveIT::isArchive);
    }
  }

  private static void waitForArchive(Path cache) throws IOException, InterruptedException {
    Path folder = Folders.paths(cache).get(0).getParent();
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      while (!holdsArchive(folder)) {
        WatchKey key = watch.poll(2, TimeUnit.MINUTES);
        assertThat(key).as("archive in %s", folder).isNotNull();
        key.reset();
      }
    }
  }
}
