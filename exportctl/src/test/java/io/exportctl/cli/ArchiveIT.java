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
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CDS archive of an installation: made by {@code doctor --fix}, and never in the way. */
@Order(5)
class ArchiveIT {

  private static final Command.Result FINE =
      new Command.Result(0, "exportctl " + Version.number() + "\n", "");

  @TempDir Path root;

  private Distribution distribution;
  private Path folder;
  private Path jar;

  @BeforeEach
  void install() {
    distribution = Distribution.in(root.resolve("installed here"));
    folder = distribution.folder().resolve("lib/archive");
    jar = distribution.folder().resolve("lib/exportctl.jar");
    if (Files.exists(folder)) {
      Folders.deleteAll(folder);
    }
  }

  @Test
  void isMadeByDoctorAndReplacesOlderOnes() throws IOException {
    assertThat(run("doctor").out()).contains("warning  archive     missing or outdated");
    Path replaced = Files.writeString(Files.createDirectory(folder).resolve("17.jsa"), "x");
    Path leftOver = Files.writeString(folder.resolve("new.1"), "x");

    String report = run("doctor", "--fix").out();

    assertThat(report).contains("ok       archive     made " + archive());
    assertThat(List.of(replaced, leftOver)).noneMatch(Files::exists);
    assertThat(run("doctor").out()).contains("ok       archive     " + archive());
    assertThat(run("--version")).isEqualTo(FINE);
  }

  @Test
  void isNotUsedIfTruncatedOrOlderThanTheTool() throws IOException {
    run("doctor", "--fix");
    Path archive = archive();
    FileTime before = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(run("doctor").out()).contains("warning  archive     missing or outdated");

    Files.setLastModifiedTime(jar, before);
    archive.toFile().setWritable(true);
    for (double part : new double[] {0.99, 0.5, 0.1, 0}) {
      try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
        file.setLength((long) (file.length() * part));
      }
      assertThat(run("--version")).as("%s of it", part).isEqualTo(FINE);
      assertThat(run("doctor").out()).contains("warning  archive     missing or outdated");
    }
  }

  @Test
  void isReportedIfJavaDoesNotAcceptIt() throws IOException {
    run("doctor", "--fix");
    Path archive = archive();
    archive.toFile().setWritable(true);
    try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
      file.write(new byte[4096]);
    }

    assertThat(run("doctor").out())
        .contains("warning  archive     this Java does not accept " + archive);
    assertThat(run("--version")).isEqualTo(FINE);
  }

  @Test
  void isMadeForTheJavaThatRunsDoctor() {
    List<Path> homes = JavaHomes.ofBothKinds();
    Command newer = Command.in(root).with(Map.of("JAVA_HOME", homes.get(1).toString()));
    Command older = Command.in(root).with(Map.of("JAVA_HOME", homes.get(0).toString()));
    older.run(distribution.launcher(), "doctor", "--fix");

    assertThat(newer.run(distribution.launcher(), "--version")).isEqualTo(FINE);
    assertThat(newer.run(distribution.launcher(), "doctor").out())
        .contains("warning  archive     this Java does not accept " + archive());

    newer.run(distribution.launcher(), "doctor", "--fix");
    assertThat(newer.run(distribution.launcher(), "doctor").out())
        .contains("ok       archive     " + archive());
    assertThat(newer.run(distribution.launcher(), "--version")).isEqualTo(FINE);
  }

  @Test
  void isOptionalIfItCannotBeWritten() throws IOException {
    String full = "ulimit -f 2000; exec '" + distribution.launcher() + "' ";

    assertThat(command().run("sh", "-c", full + "doctor --fix").out())
        .contains("warning  archive     ", "start-up stays slower");
    assertThat(folder).isEmptyDirectory();
    assertThat(command().run("sh", "-c", full + "--version")).isEqualTo(FINE);

    Files.delete(folder);
    Files.createFile(folder);

    assertThat(run("doctor", "--fix").out())
        .contains("warning  archive     cannot write to " + folder);
    assertThat(run("--version")).isEqualTo(FINE);
  }

  private Command.Result run(String... arguments) {
    return command()
        .run(Stream.concat(Stream.of(distribution.launcher()), Stream.of(arguments)).toList());
  }

  private Command command() {
    return Command.in(root).with(Map.of("JAVA_HOME", System.getProperty("java.home")));
  }

  private Path archive() {
    assertThat(folder).isDirectory();
    List<String> names = Folders.names(folder, ".jsa");
    assertThat(names).hasSize(1);
    return folder.resolve(names.get(0) + ".jsa");
  }
}
