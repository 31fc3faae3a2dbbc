package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.Distribution;
import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tool as a user starts it: the launcher, the jar. */
class LauncherIT {

  private static final Path LAUNCHER =
      ExampleWorkspace.REPOSITORY.resolve("exportctl/bin/exportctl");

  @TempDir Path root;

  @Test
  void startsFromAnyFolder() {
    Command.Result result = Command.in(root).run(LAUNCHER.toString(), "--version");

    assertThat(result.status()).isZero();
    assertThat(result.out()).matches("exportctl \\d+\\.\\d+\\.\\d+\\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void startsThroughSymbolicLinks() throws IOException {
    Path direct = Files.createSymbolicLink(root.resolve("direct link"), LAUNCHER);
    Path relative = Files.createSymbolicLink(root.resolve("relative"), direct.getFileName());

    Command.Result result = Command.in(root).run(relative.toString(), "--version");

    assertThat(result.out()).startsWith("exportctl ");
    Files.delete(direct);
    Files.delete(relative);
  }

  @Test
  void passesArgumentsAndExitCodesOn() throws IOException {
    ExampleWorkspace.writeTo(root);
    Path dataset = root.resolve("datasets/push/with space.yaml");
    Files.writeString(dataset, "name: x\n");

    Command.Result found =
        Command.in(root).run(LAUNCHER.toString(), "validate", "datasets/push/with space.yaml");
    Command.Result usage = Command.in(root).run(LAUNCHER.toString(), "--nonsense");
    Files.delete(dataset);
    Command.Result fine = Command.in(root).run(LAUNCHER.toString(), "validate");
    Command.Result nowhere = Command.in(root.getRoot()).run(LAUNCHER.toString(), "validate");

    assertThat(List.of(fine.status(), found.status(), usage.status(), nowhere.status()))
        .isEqualTo(List.of(0, 1, 2, 3));
    assertThat(fine.out()).matches("no problems in 5 files \\((\\d+ ms|\\d+\\.\\d s)\\)\n");
    assertThat(fine.err()).isEmpty();
    assertThat(found.out()).contains("datasets/push/with space.yaml:1:1: error: ");
    assertThat(nowhere.err()).doesNotContain("\tat ");
  }

  @Test
  void printsUnicodeWhateverTheLocale() throws IOException {
    ExampleWorkspace.writeTo(root);
    Files.writeString(root.resolve("datasets/push/grüße.yaml"), "name: grüße 日本\n");

    for (String locale : List.of("C", "en_GB.ISO-8859-1", "xx_XX.UTF-8")) {
      for (String glob : List.of("", " datasets/push/*")) {
        Command.Result result =
            Command.in(root)
                .with(Map.of("LC_ALL", locale))
                .run("sh", "-c", LAUNCHER + " validate" + glob);

        assertThat(result.status()).as(locale).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
            .contains("datasets/push/grüße.yaml:1:7: error: \"grüße 日本\" is not a dataset name");
      }
    }
  }

  @Test
  void checksTheOtherFilesIfTheNameOfOneIsNotUtf8() {
    ExampleWorkspace.writeTo(root);

    Command.Result result =
        Command.in(root)
            .run(
                "sh",
                "-c",
                "touch \"datasets/push/caf$(printf '\\351').yaml\"; "
                    + LAUNCHER
                    + " validate datasets/push/*.yaml");
    // JUnit could not delete it.
    Command.in(root).run("sh", "-c", "rm datasets/push/caf*").orFail();

    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("datasets/push/caf\uFFFD.yaml: error: the file name is not valid UTF-8, ")
        .contains("1 error in 1 of 3 files (");
    assertThat(result.status()).isEqualTo(1);
  }

  /** An exit code of 1 means findings, and standard output is a report. */
  @Test
  void failsIfJavaDoesNotStart() {
    String reason = "' cannot run the tool, for the reason above; it needs Java 17 or later\n";
    for (String option : List.of("-XX:+UseG1GC", "-Xmx32m", "-XX:+Nonsense")) {
      Command watch = Command.in(root).with(Map.of("JAVA_TOOL_OPTIONS", option));
      assertThat(watch.run(LAUNCHER.toString(), "validate", "--watch").status()).isEqualTo(3);

      Command.Result result =
          Command.in(root)
              .with(Map.of("JAVA_TOOL_OPTIONS", option))
              .run(LAUNCHER.toString(), "--version");

      assertThat(result.status()).as(option).isEqualTo(3);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .contains(reason, "\nexportctl: try again without JAVA_TOOL_OPTIONS, ");
    }
    Command.Result memory =
        Command.in(root).run("sh", "-c", "ulimit -v 300000; " + LAUNCHER + " --version");

    assertThat(memory.status()).isEqualTo(3);
    assertThat(memory.out()).isEmpty();
    assertThat(memory.err()).endsWith(reason);
  }

  @Test
  void failsIfTheCurrentFolderWasDeleted() {
    Command.Result result =
        Command.in(root).run("sh", "-c", "mkdir d; cd d; rmdir ../d; " + LAUNCHER + " --version");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .endsWith("\nexportctl: the current folder was deleted; go to another one\n");
  }

  @Test
  void failsIfItsOutputCannotBeWritten() {
    ExampleWorkspace.writeTo(root);
    String sentence =
        "exportctl: cannot write to standard output: it is closed, or its disk is full; the output"
            + " is incomplete\n";

    for (String line :
        List.of("validate >/dev/full", "list --format json >/dev/full", "list >&-")) {
      assertThat(Command.in(root).run("sh", "-c", LAUNCHER + " " + line))
          .as(line)
          .isEqualTo(new Command.Result(3, "", sentence));
    }
  }

  @Test
  void startsWhateverCdpathIs() throws IOException {
    Path folder = Files.createDirectories(root.resolve("installed")).getParent();
    Distribution.in(folder.resolve("installed/exportctl"));

    Command.Result result =
        Command.in(folder)
            .with(Map.of("CDPATH", folder.toString()))
            .run("sh", "-c", "installed/exportctl/bin/exportctl --version");

    assertThat(result).isEqualTo(new Command.Result(0, "exportctl " + Version.number() + "\n", ""));
  }

  @Test
  void saysThatACopyOfTheLauncherLacksTheRest() throws IOException {
    Path bin = Files.createDirectories(root.resolve("usr/bin"));
    Files.createDirectory(root.resolve("usr/lib"));
    Path copy = Files.copy(LAUNCHER, bin.resolve("exportctl"));

    assertThat(Command.in(root).run(copy.toString(), "--version"))
        .isEqualTo(
            new Command.Result(
                3,
                "",
                "exportctl: '"
                    + root.toRealPath()
                    + "/usr/lib/exportctl.jar' is missing; instead of copying the launcher, make a"
                    + " link to it: ln -s DISTRIBUTION/bin/exportctl '"
                    + copy
                    + "'\n"));
  }

  @Test
  void passesOnThatItWasInterrupted() {
    Command.Result result =
        Command.in(root)
            .with(Map.of("JAVA_HOME", javaThatDies().toString()))
            .run(LAUNCHER.toString(), "--version");

    assertThat(result).isEqualTo(new Command.Result(130, "", ""));
  }

  /** Creates a Java that ends as the real one does after Ctrl-C. */
  private Path javaThatDies() {
    try {
      Path java = Files.createDirectories(root.resolve("jdk/bin")).resolve("java");
      Files.writeString(java, "#!/bin/sh\nexit 130\n");
      java.toFile().setExecutable(true);
      return root.resolve("jdk");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void saysThatGitIsMissing() throws IOException {
    ExampleWorkspace.writeTo(root);

    Command.Result result =
        withoutMaven().run(LAUNCHER.toString(), "validate", "--changed-since", "main");

    assertThat(result)
        .isEqualTo(
            new Command.Result(
                3, "", "exportctl: git cannot be started; install it, and put it on the PATH\n"));
  }

  @Test
  void bringsAllThatAWorkspaceNeeds() throws IOException {
    ExampleWorkspace.writeTo(root);

    Command.Result result = Command.in(root).run(LAUNCHER.toString(), "render");

    assertThat(result.status()).isZero();
    Path own = ExampleWorkspace.REPOSITORY.resolve("terraform");
    for (String path : List.of("versions.tf", "backend.tf", "modules/push/function.tf")) {
      assertThat(root.resolve("terraform").resolve(path))
          .hasSameTextualContentAs(own.resolve(path));
    }
  }

  @Test
  void saysThatJavaIsMissing() {
    Command.Result result =
        Command.in(root)
            .with(Map.of("JAVA_HOME", "/nowhere"))
            .run(LAUNCHER.toString(), "--version");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo(
            "exportctl: no Java at '/nowhere/bin/java'; install JDK 17 or later, or set"
                + " JAVA_HOME\n");
  }

  @Test
  void buildsItselfOnFirstUseAndWhenItsSourceHasChanged() throws IOException {
    Path lib = Path.of("target", "lib").toAbsolutePath();
    Path launcher =
        checkout(
            """
            #!/bin/sh
            echo "$@" > asked
            cp -r '%s' exportctl/target/
            """
                .formatted(lib));
    Path source = root.resolve("checkout/exportctl/src/main/Main.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "");
    Files.setLastModifiedTime(source, FileTime.fromMillis(0));
    String building = "exportctl: building the tool with mvnw; this takes a minute\n";

    Command.Result first = withoutMaven().run(launcher.toString(), "--version");
    Command.Result second = withoutMaven().run(launcher.toString(), "--version");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    Command.Result changed = withoutMaven().run(launcher.toString(), "--version");
    Files.setLastModifiedTime(source, FileTime.fromMillis(0));
    List<Command.Result> brought = new ArrayList<>();
    for (String path :
        List.of("schema/x", "templates/x", "terraform/modules/x", "terraform/backend.tf")) {
      Path file = root.resolve("checkout").resolve(path);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
      brought.add(withoutMaven().run(launcher.toString(), "--version"));
      Files.delete(file);
      Files.setLastModifiedTime(file.getParent(), FileTime.fromMillis(0));
    }

    assertThat(first.err()).isEqualTo(building);
    assertThat(first.out()).startsWith("exportctl ");
    assertThat(root.resolve("checkout/asked")).content().endsWith(" package\n");
    assertThat(second).isEqualTo(new Command.Result(0, first.out(), ""));
    assertThat(changed.err()).isEqualTo(building);
    assertThat(brought).extracting(Command.Result::err).containsOnly(building);
  }

  @Test
  void isBuiltOnceByTwoThatStartAtOnce() throws Exception {
    Path launcher =
        checkout(
            """
            #!/bin/sh
            echo built >> builds
            sleep 1
            cp -r '%s' exportctl/target/
            """
                .formatted(Path.of("target", "lib").toAbsolutePath()));
    Files.createDirectories(root.resolve("checkout/exportctl/src/main"));
    // What a build that was killed has left: no process has this number.
    Files.createDirectories(root.resolve("checkout/exportctl/target"));
    Files.createSymbolicLink(
        root.resolve("checkout/exportctl/target/building"), Path.of("99999999"));

    Command command = withoutMaven();
    Supplier<Command.Result> start = () -> command.run(launcher.toString(), "--version");
    CompletableFuture<Command.Result> other = CompletableFuture.supplyAsync(start);
    Command.Result one = start.get();

    assertThat(List.of(one.status(), other.get().status())).containsOnly(0);
    assertThat(root.resolve("checkout/builds")).content().isEqualTo("built\n");
    assertThat(root.resolve("checkout/exportctl/target/building")).doesNotExist();
  }

  @Test
  void saysWhatMavenSaysWhenTheBuildFails() throws IOException {
    Path launcher = checkout("#!/bin/sh\necho 'no space left'\nexit 1\n");

    Command.Result result = withoutMaven().run(launcher.toString(), "--version");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .endsWith("no space left\nexportctl: the build failed; see Maven's output above\n");
  }

  /** A clone that was never built, with something that stands for Maven. */
  private Path checkout(String wrapper) throws IOException {
    Path bin = Files.createDirectories(root.resolve("checkout/exportctl/bin"));
    Files.writeString(root.resolve("checkout/exportctl/pom.xml"), "");
    Path maven = root.resolve("checkout/mvnw");
    Files.writeString(maven, wrapper);
    maven.toFile().setExecutable(true);
    return Files.copy(LAUNCHER, bin.resolve("exportctl"));
  }

  private Command withoutMaven() throws IOException {
    return Command.in(root)
        .with(
            Map.of(
                "PATH",
                pathOfItsOwn(),
                "JAVA_HOME",
                System.getProperty("java.home"),
                "XDG_CACHE_HOME",
                "/dev/null"));
  }

  /** A PATH with the programs that the launcher uses, but without Maven and git. */
  private String pathOfItsOwn() throws IOException {
    Path programs = Files.createDirectories(root.resolve("programs"));
    for (String program :
        List.of(
            "dirname",
            "basename",
            "readlink",
            "mkdir",
            "cp",
            "find",
            "head",
            "cat",
            "touch",
            "ln",
            "rm",
            "sleep")) {
      Path path = programs.resolve(program);
      String real = Command.find(program).orElseThrow().toString();
      Files.writeString(path, "#!/bin/sh\nexec " + real + " \"$@\"\n");
      path.toFile().setExecutable(true);
    }
    return programs.toString();
  }
}
