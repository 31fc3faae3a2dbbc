package io.exportctl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines that are run without a parser, held against what the parser makes of them. */
class NoOptionCommandsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validate",
        "validate datasets",
        "validate datasets/push/wrong.yaml datasets/pull",
        "validate missing.yaml",
        "validate @missing.yaml",
        "validate validate",
        "validate \"quoted\"",
        "validate ..",
        "render"
      })
  void giveWhatTheParserGives(String line) throws IOException {
    String[] words = line.split(" ", -1);

    assertThat(Cli.in(folder).isPlain(words)).isTrue();
    assertThat(Cli.in(workspace("plain")).run(words))
        .isEqualTo(Cli.in(workspace("parsed")).parseAndRun(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-C datasets validate",
        "validate --strict",
        "validate -",
        "validate --",
        "validate datasets -q",
        "render datasets",
        "render --check",
        "list",
        "--version"
      })
  void areParsedWhereThereIsMore(String line) {
    assertThat(Cli.in(folder).isPlain(line.split(" ", -1))).isFalse();
  }

  @Test
  void areNoneWhereThereIsNothing() {
    assertThat(Cli.in(folder).isPlain()).isFalse();
  }

  private Path workspace(String name) throws IOException {
    Path workspace = Files.createDirectory(folder.resolve(name));
    ExampleWorkspace.writeTo(workspace);
    Files.writeString(workspace.resolve("datasets/push/wrong.yaml"), "name: wrong\nbuket: a\n");
    return workspace;
  }
}
