package io.exportctl;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed where there is no clone. */
class DistributionIT {

  /** Lines that the build leaves out of the list of classes. */
  private static final Pattern GENERATED =
      Pattern.compile("#|/\\$Proxy| source: |@lambda-proxy.*picocli");

  @TempDir static Path unpacked;

  private static Path folder;

  @TempDir Path root;

  @BeforeAll
  static void unpack() {
    Tools.require("tar");
    Path archive = built(".tar.gz");
    Command.in(unpacked).run("tar", "-xzf", archive.toString()).orFail();
    folder = unpacked.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
  }

  @Test
  void runsWhereverItIsUnpacked() {
    ExampleWorkspace.writeTo(root);

    String found =
        Command.in(root)
            .with(
                Map.of("JAVA_HOME", System.getProperty("java.home"), "XDG_CACHE_HOME", "/dev/null"))
            .run(folder.resolve("bin/exportctl").toString(), "validate")
            .orFail();

    assertThat(found).startsWith("no problems in 5 files");
  }

  @Test
  void holdsAllThatATeamNeeds() {
    List<String> jars =
        Folders.names(Path.of("target", "lib"), ".jar").stream().map(jar -> jar + ".jar").toList();

    assertThat(Folders.names(folder, ""))
        .containsExactly("LICENSE", "README.md", "bin", "completion", "docs", "lib", "man");
    assertThat(Folders.names(folder.resolve("lib"), ".jar")).hasSameSizeAs(jars);
    assertThat(folder.resolve("lib/exportctl.jar")).exists();
    assertThat(folder.resolve("docs/installing.md")).exists();
    for (String shell : List.of("bash", "zsh", "fish")) {
      assertThat(folder.resolve("completion").resolve(shell))
          .hasContent(Cli.in(root).run("completion", shell).out());
    }
  }

  /** Only a build of this module alone lacks it. */
  @Test
  void holdsTheMover() {
    Path mover = ExampleWorkspace.REPOSITORY.resolve("lambda/target/export-lambda.zip");

    assertThat(Files.exists(folder.resolve("lib/export-lambda.zip")))
        .isEqualTo(Files.exists(mover));
  }

  @Test
  void holdsManualPages() {
    Cli.in(root).run("man", "--out", "man1");

    assertThat(Folders.files(folder.resolve("man/man1")))
        .isEqualTo(Folders.files(root.resolve("man1")))
        .containsKey("exportctl-validate.1");
  }

  @Test
  void listsClassesInSortedOrder() throws IOException {
    List<String> classes = Files.readAllLines(folder.resolve("lib/exportctl.classlist"));

    assertThat(classes)
        .contains("io/exportctl/cli/Main", "io/exportctl/cli/ValidateCommand", "java/lang/Object")
        .isSorted()
        .doesNotHaveDuplicates()
        .noneMatch(name -> name.contains("/$Proxy"));
  }

  /** An interpreter runs some ten times slower. */
  @Test
  void listsTheSameClassesOnASlowMachine() throws IOException {
    Path loaded = root.resolve("loaded");
    Command.in(root)
        .run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xint",
            "-XX:DumpLoadedClassList=" + loaded,
            "-cp",
            Path.of("target/lib/exportctl.jar").toAbsolutePath().toString(),
            "io.exportctl.cli.TrainingRun")
        .orFail();

    assertThat(
            Files.readAllLines(loaded).stream()
                .filter(name -> !GENERATED.matcher(name).find())
                .sorted()
                .distinct()
                .toList())
        .isEqualTo(Files.readAllLines(folder.resolve("lib/exportctl.classlist")));
  }

  /** Two builds of one commit give the same bytes: no time, no order of a disk. */
  @Test
  void isTheSameFromEveryBuild() throws IOException {
    try (ZipFile zip = new ZipFile(built(".zip").toFile());
        Stream<Path> paths = Files.walk(unpacked)) {
      List<? extends ZipEntry> entries = zip.stream().toList();

      assertThat(entries.stream().map(ZipEntry::getTimeLocal)).hasSizeGreaterThan(30);
      assertThat(entries.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
      assertThat(new TreeSet<>(entries.stream().map(entry -> Path.of(entry.getName())).toList()))
          .isEqualTo(
              new TreeSet<>(
                  paths.map(unpacked::relativize).toList().subList(1, entries.size() + 1)));
    }
  }

  private static Path built(String extension) {
    List<String> found = Folders.names(Path.of("target"), extension);
    String name =
        found.stream().filter(archive -> !archive.contains("-runtime-")).findFirst().orElseThrow();
    return Path.of("target", name + extension).toAbsolutePath();
  }
}
