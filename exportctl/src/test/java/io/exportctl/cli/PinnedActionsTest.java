package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Actions of others are named by commit, with the version in a comment: a tag may be moved to other
 * code.
 */
class PinnedActionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".github/workflows/ci.yaml",
        ".github/workflows/nightly.yaml",
        ".github/workflows/release.yaml",
        "action.yaml",
        "docs/ci.md",
        "templates/init/.github/workflows/exports.yaml.ftl"
      })
  void namesActionsByCommit(String path) throws IOException {
    List<String> actions =
        Files.readAllLines(ExampleWorkspace.REPOSITORY.resolve(path)).stream()
            .filter(line -> line.contains("uses: "))
            .map(line -> line.substring(line.indexOf("uses: ") + "uses: ".length()))
            .filter(action -> !isOurOwn(action))
            .toList();

    assertThat(actions)
        .isNotEmpty()
        .allSatisfy(
            action ->
                assertThat(action).matches("[a-z-]+(/[a-z-]+)+@[0-9a-f]{40} # v\\d+(\\.\\d+)+"));
  }

  private static boolean isOurOwn(String action) {
    return action.startsWith("./")
        || action.startsWith("[=action]")
        || action.startsWith("your-organisation/exportctl@");
  }
}
