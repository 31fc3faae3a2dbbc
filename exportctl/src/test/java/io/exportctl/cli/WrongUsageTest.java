package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongUsageTest {

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          vlidate                   | unknown command "vlidate", did you mean "validate"?
          deploy                    | unknown command "deploy"
          lint                      | unknown command "lint", did you mean "validate"?
          check                     | unknown command "check", did you mean "validate"?
          plan                      | unknown command "plan", did you mean "render --diff"?
          statsu                    | unknown command "statsu", did you mean "status"?
          validate --format JSON    | "JSON" is not a format, did you mean "json"?
          user remove a -- --everywhere | option "--everywhere" is expected before "--"
          --formt validate          | unknown option "--formt"
          --strict validate         | option "--strict" is expected after the command
          validate --formt=text     | unknown option "--formt", did you mean "--format"?
          validate --max 3          | unknown option "--max", did you mean "--max-problems"?
          validate -strict          | unknown option "-strict", did you mean "--strict"?
          validate -quiet           | unknown option "-quiet", did you mean "--quiet"?
          validate -x               | unknown option "-x"
          validate --format         | option "--format" is expected with its FORMAT
          validate --format --quiet | option "--format" is expected with its FORMAT
          validate --format txt     | "txt" is not a format, did you mean "text"?
          validate --kind psuh -    | "psuh" is not a kind, did you mean "push"?
          validate --kind lambda -  | "lambda" is not a kind of dataset, expected push, pull, landing, collection or source
          validate --strict=x       | option "--strict" takes no value, found "x"
          validate --max-problems x | "x" is not a number of problems, expected 0 or more
          validate --kind push --kind pull - | option "--kind" is given twice
          new pull                  | NAME is missing
          new pul a                 | unknown command "pul", did you mean "pull"?
          new push a 5              | unexpected "5"
          render check              | unexpected "check", did you mean "--check"?
          """)
  void saysInOneLineWhatWasMeant(String line, String message) {
    ExampleWorkspace.writeTo(root);

    Cli.Result result = Cli.in(root).run(line.split(" +", -1));

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    String command =
        Pattern.compile("^(new (push|pull)|user remove|validate|new|render)\\b")
            .matcher(line)
            .results()
            .map(found -> " " + found.group(1))
            .findFirst()
            .orElse("");
    assertThat(result.err())
        .isEqualTo("exportctl: " + message + " (see 'exportctl" + command + " --help')\n");
  }

  @Test
  void printsNothingThatATerminalActsOn() {
    Cli.Result result = Cli.in(root).run("validate", "--\u001B[31m\u202Eevil\nline");

    assertThat(result.err())
        .hasLineCount(1)
        .doesNotContain("\u001B", "\u202E")
        .startsWith("exportctl: unknown option \"--");
  }
}
