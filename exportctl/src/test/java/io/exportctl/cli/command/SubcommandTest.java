package io.exportctl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which commands are built for a command line. */
class SubcommandTest {

  @Test
  void isFoundByTheNameThatItsHelpShows() {
    Cli cli = Cli.in(Path.of(""));

    assertThat(cli.commandLine().getSubcommands().keySet())
        .hasSameSizeAs(Subcommand.values())
        .allSatisfy(
            name ->
                assertThat(cli.commandLine(name, "--quiet").getSubcommands()).containsKey(name));
  }

  @Test
  void isAloneWhereItIsCalled() {
    assertThat(Subcommand.neededBy(List.of("validate", "render")))
        .containsExactly(Subcommand.VALIDATE);
    assertThat(Subcommand.neededBy(List.of("-C", "render", "validate", "--strict")))
        .containsExactly(Subcommand.VALIDATE);
    assertThat(Subcommand.neededBy(List.of("--version"))).isEmpty();
  }

  @Test
  void isAmongAllWhereThoseAreTold() {
    for (String word : List.of("help", "man", "__complete", "vlidate", "-C", "--help")) {
      assertThat(Subcommand.neededBy(List.of(word, "validate")))
          .as(word)
          .containsExactly(Subcommand.values());
    }
    assertThat(Subcommand.neededBy(List.of())).containsExactly(Subcommand.values());
  }
}
