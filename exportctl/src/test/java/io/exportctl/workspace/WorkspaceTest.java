package io.exportctl.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

  private static final DatasetKind KIND = DatasetKind.of("push").orElseThrow();

  @TempDir Path root;

  @BeforeEach
  void writeWorkspace() throws IOException {
    Files.createDirectories(root.resolve("datasets").resolve(KIND.id()));
    Files.writeString(root.resolve("datasets/platform.yaml"), "region: eu-west-2\n");
  }

  @Test
  void isFoundFromAnyFolderInIt() throws IOException {
    Path below = Files.createDirectories(root.resolve("terraform/modules"));

    assertThat(Workspace.find(root).root()).isEqualTo(root);
    assertThat(Workspace.find(below).root()).isEqualTo(root);
    assertThat(Workspace.find(root.resolve("datasets/../datasets")).root()).isEqualTo(root);
  }

  @Test
  void isTheNearestFolder() throws IOException {
    Path inner = root.resolve("teams/inner");
    Files.createDirectories(inner.resolve("datasets"));
    Files.writeString(inner.resolve("datasets/platform.yaml"), "");

    assertThat(Workspace.find(inner.resolve("datasets")).root()).isEqualTo(inner);
    assertThat(Workspace.find(root.resolve("teams")).root()).isEqualTo(root);
  }

  @Test
  void namesTheSearchedFolder(@TempDir Path elsewhere) {
    assertThatThrownBy(() -> Workspace.find(elsewhere))
        .isInstanceOf(ExportctlException.class)
        .hasMessageStartingWith("no datasets/platform.yaml in " + elsewhere + " or a folder above");
  }

  @Test
  void displaysPathsRelativeToWorkingDirectory() {
    Workspace above = Workspace.find(root);
    Workspace beside = Workspace.find(root.resolve("terraform"));

    assertThat(above.display(above.platformFile())).isEqualTo("datasets/platform.yaml");
    assertThat(above.display(root)).isEqualTo(".");
    assertThat(beside.display(beside.platformFile())).isEqualTo("../datasets/platform.yaml");
    assertThat(beside.source(beside.platformFile())).isEqualTo("datasets/platform.yaml");
  }

  @Test
  void refusesLargeFileWithoutReadingIt() throws IOException {
    write("large.yaml", "# x\n".repeat(400_000));

    assertThat(problems("large")).containsExactly("file-too-large");
    assertThat(YamlReader.LARGEST_FILE).isLessThan(400_000);
  }

  @Test
  void reportsFolderWithNameOfDatasetFile() throws IOException {
    Files.createDirectory(folder().resolve("x.yaml"));

    assertThat(strays()).containsExactly("a folder, expected only dataset files here");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void reportsBrokenLinkAndLinkToItself() throws IOException {
    Files.createSymbolicLink(folder().resolve("gone.yaml"), Path.of("nowhere"));
    Files.createSymbolicLink(folder().resolve("loop.yaml"), Path.of("loop.yaml"));

    assertThat(problems("gone")).containsExactly("unreadable-file");
    assertThat(problems("loop")).containsExactly("unreadable-file");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void followsLinkToFile() throws IOException {
    Files.writeString(root.resolve("elsewhere"), "name: linked\n");
    Files.createSymbolicLink(folder().resolve("linked.yaml"), root.resolve("elsewhere"));

    assertThat(problems("linked")).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void readsNothingOutsideTheRepository(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("secret"), "name: secret\n");
    Files.createSymbolicLink(folder().resolve("linked.yaml"), elsewhere.resolve("secret"));

    assertThat(problems("linked")).containsExactly("unreadable-file");
    Files.createDirectory(root.resolve("teams"));
    Files.move(root.resolve("datasets"), root.resolve("teams/datasets"));
    Files.writeString(root.resolve("shared"), "name: shared\n");
    Path inRepository = root.resolve("teams/datasets").resolve(KIND.id()).resolve("shared.yaml");
    Files.createSymbolicLink(inRepository, root.resolve("shared"));
    assertThat(readShared()).isEmpty();
    Files.createDirectory(root.resolve(".git"));
    assertThat(readShared()).contains("shared");
  }

  /** Returns the name in a file that is outside the workspace. */
  private Optional<String> readShared() {
    return Workspace.find(root.resolve("teams")).read().datasets().stream()
        .filter(file -> file.fileName().equals(Optional.of("shared")))
        .findFirst()
        .flatMap(DatasetFile::name)
        .map(YamlNode.Scalar::text);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void readsNoFolderOutsideTheRepository(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("secret.yaml"), "name: secret\n");
    Files.delete(folder());
    Files.createSymbolicLink(folder(), elsewhere);

    assertThat(Workspace.find(root).read().datasets()).isEmpty();
    assertThat(strays()).hasSize(1);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void doesNotWaitForPipe() throws IOException, InterruptedException {
    Path pipe = folder().resolve("pipe.yaml");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), () -> problems("pipe")))
        .containsExactly("unreadable-file");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "others keep no such name")
  @EnabledIfSystemProperty(named = "sun.jnu.encoding", matches = "UTF-8")
  void reportsFileNameThatIsNotText() throws IOException, InterruptedException {
    String create = "echo 'name: a' > \"$(printf 'a\\377.yaml')\"";
    Process shell =
        new ProcessBuilder("sh", "-c", create).directory(folder().toFile()).inheritIO().start();
    assertThat(shell.waitFor()).isZero();

    assertThat(Workspace.find(root).read().datasets())
        .flatExtracting(file -> file.document().problems())
        .singleElement()
        .isEqualTo(
            Diagnostic.of(
                    Location.of("datasets/push/a\uFFFD.yaml"),
                    RuleId.UNREADABLE_FILE,
                    "the file name is not valid UTF-8, expected <name>.yaml")
                .withHelp("rename the file, with letters, digits and \"_\" only"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void reportsFolderThatIsLinkedInLoop() throws IOException {
    Path folder = folder();
    Files.delete(folder);
    Files.createSymbolicLink(folder, folder);

    assertThat(strays()).containsExactly("a file, expected a folder of datasets");
  }

  @Test
  void readsPlatformThatIsFolderAsUnreadable() throws IOException {
    Files.delete(root.resolve("datasets/platform.yaml"));
    Files.createDirectory(root.resolve("datasets/platform.yaml"));

    assertThat(Workspace.find(root).read().platform().problems())
        .extracting(one -> one.rule().id())
        .containsExactly("unreadable-file");
  }

  @Test
  void ignoresFilesOfGitAndOperatingSystems() throws IOException {
    for (String harmless :
        List.of(
            ".gitkeep",
            ".gitignore",
            ".DS_Store",
            ".a.yaml.swp",
            ".#a.yaml",
            "Thumbs.db",
            "desktop.ini")) {
      write(harmless, "");
      Files.writeString(root.resolve("datasets").resolve(harmless), "");
    }

    assertThat(strays()).isEmpty();
    assertThat(Workspace.find(root).read().size()).isEqualTo(1);
  }

  @Test
  void readsDatasetsSortedByName() throws IOException {
    for (String name : List.of("b", "a", "c")) {
      write(name + ".yaml", "name: " + name);
    }

    assertThat(Workspace.find(root).read().datasets())
        .extracting(file -> file.fileName().orElseThrow())
        .containsExactly("a", "b", "c");
    assertThat(Workspace.find(root).read().datasets())
        .extracting(DatasetFile::source)
        .startsWith("datasets/" + KIND + "/a.yaml");
  }

  @Test
  void prefersItsOwnSchemaToTheBundledOne() throws IOException {
    Workspace workspace = Workspace.find(root);
    String path = "schema/platform.schema.json";
    byte[] brought = workspace.resource(path);

    Files.createDirectory(root.resolve("schema"));
    Files.writeString(root.resolve(path), "{}");

    assertThat(brought).hasSizeGreaterThan(100);
    assertThat(workspace.resource(path)).asString().isEqualTo("{}");
    assertThatThrownBy(() -> workspace.resource("schema/none.json"))
        .isInstanceOf(ExportctlException.class)
        .hasMessageContaining("schema/none.json");
  }

  private Path folder() {
    return root.resolve("datasets").resolve(KIND.id());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder().resolve(name), text);
  }

  private List<String> problems(String name) {
    return Workspace.find(root).read().datasets().stream()
        .filter(file -> file.fileName().orElseThrow().equals(name))
        .flatMap(file -> file.document().problems().stream())
        .map(Diagnostic::rule)
        .map(RuleId::id)
        .toList();
  }

  private List<String> strays() {
    Stream<Diagnostic> strays = Workspace.find(root).read().strays().stream();
    return strays.map(Diagnostic::message).toList();
  }

  @Test
  void showsWhatIsFarAwayByItsAbsolutePath() {
    Workspace workspace = Workspace.at(Path.of("/a/b/c"), Path.of("/a/b/c/datasets/push"));

    assertThat(workspace.display(Path.of("/a/b/c/terraform"))).isEqualTo("../../terraform");
    assertThat(workspace.display(Path.of("/a/b/old/x"))).isEqualTo("/a/b/old/x");
    assertThat(Workspace.at(Path.of("/a/b/c"), Path.of("/a/b/c")).display(Path.of("/a/b/old")))
        .isEqualTo("../old");
  }
}
