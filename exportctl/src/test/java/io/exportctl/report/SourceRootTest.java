package io.exportctl.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.diagnostic.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRootTest {

  @TempDir Path root;

  @Test
  void isTheFolderInGithubWorkspace() {
    SourceRoot found = SourceRoot.of(root.resolve("a/b"), github(root));

    assertThat(locate(found, "c.yaml")).isEqualTo("a/b/c.yaml");
    assertThat(locate(found, "../../c.yaml")).isEqualTo("c.yaml");
  }

  @Test
  void isTheCloneInASubfolderOfGithubWorkspace() throws IOException {
    Path below = Files.createDirectories(root.resolve("clone/a/submodule"));
    Files.createDirectory(root.resolve("clone/.git"));
    Files.createFile(below.resolve(".git"));

    assertThat(locate(SourceRoot.of(root.resolve("clone/a"), github(root)), "c.yaml"))
        .isEqualTo("a/c.yaml");
    assertThat(locate(SourceRoot.of(below, github(root)), "c.yaml"))
        .isEqualTo("a/submodule/c.yaml");
  }

  @Test
  void isTheGitRepository() throws IOException {
    Files.createDirectory(root.resolve(".git"));
    Path below = Files.createDirectories(root.resolve("a/b"));

    assertThat(locate(SourceRoot.of(below, Map.of()), "c.yaml")).isEqualTo("a/b/c.yaml");
    assertThat(locate(SourceRoot.of(below, github(root.resolve("other"))), "c.yaml"))
        .isEqualTo("a/b/c.yaml");
    assertThat(locate(SourceRoot.of(root, Map.of()), "c.yaml")).isEqualTo("c.yaml");
  }

  @Test
  void leavesFilesOutsideAsTheyAre() {
    SourceRoot found = SourceRoot.of(root.resolve("a"), github(root));

    assertThat(locate(found, "../../c.yaml")).isEqualTo("../../c.yaml");
  }

  private static Map<String, String> github(Path workspace) {
    return Map.of("GITHUB_WORKSPACE", workspace.toString());
  }

  private static String locate(SourceRoot root, String file) {
    return root.locate(Location.of(file)).file();
  }
}
