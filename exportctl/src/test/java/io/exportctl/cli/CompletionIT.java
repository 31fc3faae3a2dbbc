package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.completion.Shell;
import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scripts in the shells that they are for. */
class CompletionIT {

  private static final Path LAUNCHER =
      ExampleWorkspace.REPOSITORY.resolve("exportctl/bin/exportctl");

  /** What a shell would run if a name were not quoted. */
  private static final String ODD = "odd $(touch pwned);`touch pwned`'\" & x.yaml";

  @TempDir Path root;

  @BeforeEach
  void writeWorkspace() throws IOException {
    ExampleWorkspace.writeTo(root);
    Files.writeString(root.resolve("datasets/push/" + ODD), "");
    for (Shell shell : Shell.values()) {
      Files.writeString(
          root.resolve(shell + ".script"), Cli.in(root).run("completion", shell.toString()).out());
    }
  }

  @ParameterizedTest
  @EnumSource
  void completesCommandsOptionsValuesAndDatasets(Shell shell) {
    assertThat(complete(shell, "vali")).containsExactly("validate");
    assertThat(complete(shell, "validate", "--max")).containsExactly("--max-problems");
    assertThat(complete(shell, "validate", "--kind", "pus")).containsExactly("push");
    assertThat(complete(shell, "validate", "--kind=pus"))
        .hasSize(1)
        .first()
        .asString()
        .endsWith("push");
    assertThat(complete(shell, "schema", "plat")).containsExactly("platform");
    assertThat(complete(shell, "validate", "datasets/pull/"))
        .containsExactly(
            "datasets/pull/court_dashboard.yaml", "datasets/pull/probation_caseload.yaml");
    assertThat(complete(shell, "validate", "prison"))
        .containsExactly("datasets/push/prison_arrivals.yaml");
  }

  @ParameterizedTest
  @EnumSource
  void runsNothingThatIsInAName(Shell shell) {
    assertThat(complete(shell, "validate", "datasets/push/odd")).hasSize(1);
    assertThat(root.resolve("pwned")).doesNotExist();
  }

  /** What the shell would offer for a line that ends with the last word. */
  private List<String> complete(Shell shell, String... words) {
    // Few machines have all three, and the tool needs none of them: not a failure in CI.
    Assumptions.assumeTrue(
        Command.find(shell.toString()).isPresent(), shell + " is not installed on this machine");
    String line = "exportctl " + String.join(" ", words);
    String program =
        switch (shell) {
          case BASH ->
              """
              . ./bash.script
              COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
              _exportctl
              printf '%%s\\n' "${COMPREPLY[@]}"
              """
                  .formatted(line.replace("=", " = "));
          case ZSH ->
              """
              compdef() { }
              compadd() { while [[ $1 != -- ]]; do shift; done; shift; print -rl -- "$@" }
              . ./zsh.script
              words=(%s); CURRENT=$#words; PREFIX=$words[CURRENT]
              _exportctl
              """
                  .formatted(line);
          case FISH -> "source ./fish.script; complete -C '" + line + "'";
        };
    Map<String, String> environment =
        Map.of(
            "PATH",
            LAUNCHER.getParent() + ":" + System.getenv("PATH"),
            "HOME",
            root.toString(),
            "XDG_CACHE_HOME",
            "/dev/null",
            "LC_ALL",
            "C.UTF-8");
    Command.Result result = Command.in(root).with(environment).run(shell.toString(), "-c", program);
    return result.orFail().lines().map(found -> found.replaceAll("\t.*", "")).sorted().toList();
  }
}
