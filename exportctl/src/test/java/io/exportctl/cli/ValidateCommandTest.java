package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateCommandTest {

  private static final String FINE = "no problems in %s (0 ms)\n";

  @TempDir Path root;

  @BeforeEach
  void writeWorkspace() {
    ExampleWorkspace.writeTo(root);
  }

  @Test
  void findsNothingInTheExamples() {
    Cli.Result result = Cli.in(root).run("validate");

    assertThat(result).isEqualTo(new Cli.Result(0, FINE.formatted("5 files"), ""));
  }

  @Test
  void namesFilesAsSeenFromWhereTheUserIs() throws IOException {
    Files.writeString(root.resolve("datasets/push/odd.txt"), "");

    Cli.Result below = Cli.in(root.resolve("datasets/pull")).run("validate");
    Cli.Result elsewhere = Cli.in(root.getParent()).run("-C", root.toString(), "validate");

    assertThat(below.out()).startsWith("../push/odd.txt: error: ");
    assertThat(elsewhere.out()).startsWith("datasets/push/odd.txt: error: ");
  }

  @Test
  void checksOnlyTheFileThatIsNamedButWithAllRules() throws IOException {
    Path copy = root.resolve("datasets/push/copy.yaml");
    Files.copy(root.resolve("datasets/push/prison_arrivals.yaml"), copy);
    Files.writeString(root.resolve("datasets/pull/broken.yaml"), "- x");

    Cli.Result named = Cli.in(root).run("validate", "datasets/push/copy.yaml");
    Cli.Result folder = Cli.in(root).run("validate", "datasets/push");

    assertThat(named.out())
        .contains("is taken by datasets/push/prison_arrivals.yaml:2:7")
        .endsWith("1 error in 1 of 1 file (0 ms)\n")
        .doesNotContain("broken");
    assertThat(folder.out()).endsWith("1 error in 1 of 3 files (0 ms)\n").doesNotContain("broken");
    assertThat(named.status()).isEqualTo(1);
  }

  @Test
  void readsStandardInputAsTheFileThatItWouldReplace() throws IOException {
    String text = Files.readString(root.resolve("datasets/push/prison_arrivals.yaml"));

    Cli.Result same = Cli.in(root).withInput(text).run("validate", "--kind", "push", "-");
    Cli.Result wrong =
        Cli.in(root)
            .withInput(text.replace("bucket:", "buckt:"))
            .run("validate", "--kind=push", "-");

    assertThat(same).isEqualTo(new Cli.Result(0, FINE.formatted("1 file"), ""));
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.out()).startsWith("<stdin>:3:1: error: unknown key \"buckt\" [unknown-key]\n");
  }

  @Test
  void refusesStandardInputWithoutItsKind() {
    Cli.Result result = Cli.in(root).run("validate", "-");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                2,
                "",
                """
                exportctl: "-" stands alone, with --kind push, --kind pull, --kind landing, --kind collection or --kind source \
                (see 'exportctl validate --help')
                """));
  }

  @Test
  void watchesForPeopleOnly() {
    Cli.Result result = Cli.in(root).run("validate", "--watch", "--kind=push", "-");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("exportctl: --watch is for a person, expected no \"-\" and no other format (");
  }

  @Test
  void saysThatPathDoesNotExist() {
    Cli.Result result = Cli.in(root).run("validate", "datasets/push/gone.yaml");

    assertThat(result)
        .isEqualTo(new Cli.Result(3, "", "exportctl: datasets/push/gone.yaml does not exist\n"));
  }

  @Test
  void refusesFileOutsideOfTheDatasets() throws IOException {
    Files.writeString(root.resolve("draft.yaml"), "name: draft");

    Cli.Result result = Cli.in(root).run("validate", "draft.yaml");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).startsWith("exportctl: draft.yaml is outside datasets; ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"platform.yml", "platform.yaml.txt"})
  void namesFileThatShouldBeCalledPlatformYaml(String name, @TempDir Path elsewhere)
      throws IOException {
    Path file = elsewhere.resolve("datasets").resolve(name);
    Files.createDirectories(file.resolveSibling("push"));
    Files.writeString(file, "region: eu-west-2\n");

    assertThat(Cli.in(file.resolveSibling("push")).run("validate"))
        .isEqualTo(
            new Cli.Result(
                3, "", "exportctl: " + file + " is not read; rename it to platform.yaml\n"));
  }

  @Test
  void saysWhereItLookedForTheWorkspace(@TempDir Path elsewhere) {
    Cli.Result result = Cli.in(elsewhere).run("validate");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            "exportctl: no datasets/platform.yaml in "
                + elsewhere
                + " or a folder above it; go to the folder of your exports, name it with -C DIR, or"
                + " begin one with 'exportctl init'\n");
  }

  @Test
  void reportsFileThatMayNotBeRead() throws IOException {
    Path file = root.resolve("datasets/push/prison_arrivals.yaml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    if (Files.isReadable(file)) {
      // root reads everything: a folder's end of a link is as unreadable to anybody.
      Files.delete(file);
      Files.createSymbolicLink(file, Path.of("nowhere"));
    }

    Cli.Result result = Cli.in(root).run("validate");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("datasets/push/prison_arrivals.yaml: error: ")
        .contains("[unreadable-file]\n  help: check the file's permissions, and where it links to")
        .endsWith("1 error in 1 of 5 files (0 ms)\n");
  }

  @Test
  void printsColorsForPeopleOnly() throws IOException {
    Files.writeString(root.resolve("datasets/push/odd.txt"), "");

    assertThat(Cli.in(root).onTerminal().withColors().run("validate").out()).contains("\u001B[");
    assertThat(Cli.in(root).onTerminal().withColors().run("validate", "--no-color").out())
        .doesNotContain("\u001B[");
    assertThat(Cli.in(root).onTerminal().run("validate").out()).doesNotContain("\u001B[");
    assertThat(Cli.in(root).withColors().run("validate").out()).doesNotContain("\u001B[");
    assertThat(Cli.in(root).run("validate", "--color=always").out()).contains("\u001B[");
    assertThat(Cli.in(root).onTerminal().withColors().run("validate", "--color", "never").out())
        .doesNotContain("\u001B[");
  }

  @Test
  void followsTermAndTakesAnEmptyVariableForNone() throws IOException {
    Files.writeString(root.resolve("datasets/push/odd.txt"), "");
    Cli terminal = Cli.in(root).onTerminal();

    assertThat(terminal.with(Map.of("NO_COLOR", "")).run("validate").out()).contains("\u001B[");
    assertThat(terminal.with(Map.of("TERM", "dumb")).run("validate").out())
        .doesNotContain("\u001B[");
    assertThat(terminal.with(Map.of("TERM", "dumb")).run("help").out()).doesNotContain("\u001B[");
  }

  @Test
  void showsWhatDependsOnTheFileThatIsAskedAbout() throws IOException {
    Path platform = root.resolve("datasets/platform.yaml");
    String user = "datasets/pull/court_dashboard.yaml:7:5: error: ";
    Files.writeString(
        platform, Files.readString(platform).replace("user_prefix: alpha", "user_prefix: beta"));

    assertThat(Cli.in(root).run("validate", "datasets/platform.yaml").out()).contains(user);
    assertThat(Cli.in(root).run("validate", "datasets/push").out()).doesNotContain(user);
  }

  @Test
  void showsSharedLinkOfEitherDataset() {
    Folders.copy(Goldens.resources().resolve("validate/workspaces/shared-paperwork"), root);
    String warning = "datasets/push/b.yaml:5:12: warning: ";

    assertThat(Cli.in(root).run("validate", "datasets/push/b.yaml").out())
        .containsOnlyOnce(": warning: ")
        .contains(warning);
    assertThat(Cli.in(root).run("validate", "datasets/pull/c.yaml").out()).contains(warning);
    assertThat(Cli.in(root).run("validate", "datasets/push/a.yaml").out()).doesNotContain(warning);
  }

  @Test
  void ignoresWhatIsIgnoredEvenWhenStrict() {
    Folders.copy(Goldens.resources().resolve("validate/workspaces/valid-ignored-paperwork"), root);
    Cli.Result ignored = Cli.in(root).run("validate", "--strict");
    Folders.deleteAll(root.resolve("datasets/push"));
    Folders.copy(Goldens.resources().resolve("validate/workspaces/shared-paperwork"), root);
    Cli.Result found = Cli.in(root).run("validate", "--strict");

    assertThat(ignored).isEqualTo(new Cli.Result(0, FINE.formatted("7 files"), ""));
    assertThat(found.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(found.out()).contains(": error: also the paperwork of ");
  }

  @Test
  void watchesNoPathThatDoesNotExist() {
    assertThat(Cli.in(root).run("validate", "--watch", "nope.yaml"))
        .isEqualTo(new Cli.Result(3, "", "exportctl: nope.yaml does not exist\n"));
  }
}
