package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.diagnostic.RuleId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {

  @TempDir Path nowhere;

  @Test
  void listsAllRulesWithin80Columns() {
    Cli.Result result = Cli.in(nowhere).run("explain");

    assertThat(result.status()).isZero();
    assertThat(result.out().lines())
        .hasSize(RuleId.values().length)
        .contains("alias               error    A value is a YAML alias.")
        .contains("sso-role            warning  A role of IAM Identity Center may read the data.")
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void explainsOneRule() {
    assertThat(Cli.in(nowhere).run("explain", "duplicate-entry"))
        .isEqualTo(
            new Cli.Result(
                0,
                """
                duplicate-entry (error): A list has a duplicate entry.

                An entry counts once; the second is either left over or was meant to be another
                one.

                datasets/push/arrivals.yaml:

                    name: arrivals
                    bucket: target-bucket-name
                    users:
                      - alpha_user_one
                      - alpha_user_one
                    paperwork: https://example.org/dpia/arrivals

                    datasets/push/arrivals.yaml:5:5: error: "alpha_user_one" is listed again, first in line 4 [duplicate-entry] [*]
                      |
                    5 |   - alpha_user_one
                      |     ^~~~~~~~~~~~~~
                      help: remove this one

                Fix it: remove one of the two, or correct it.

                Good:

                datasets/push/arrivals.yaml:

                    name: arrivals
                    bucket: target-bucket-name
                    users:
                      - alpha_user_one
                      - alpha_user_two
                    paperwork: https://example.org/dpia/arrivals
                    account: "210987654321"
                """,
                ""));
  }

  @Test
  void printsBoldForPeopleOnly() {
    String forPerson =
        Cli.in(nowhere).onTerminal().withColors().run("explain", "alias", "--no-color").out();

    assertThat(forPerson).startsWith("alias (error): ").doesNotContain("\u001B", "**");
    assertThat(Cli.in(nowhere).onTerminal().withColors().run("explain", "alias").out())
        .startsWith("\u001B[1malias\u001B[0m (error): ")
        .contains("\n\u001B[1mFix it:\u001B[0m ");
  }

  @ParameterizedTest
  @EnumSource
  void wrapsProseAt80Columns(RuleId rule) {
    assertThat(Cli.in(nowhere).run("explain", rule.id()).out().lines())
        .filteredOn(line -> !line.startsWith("    "))
        .allSatisfy(line -> assertThat(line).doesNotContain("**").hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[unknown-key]", "UNKNOWN-KEY", "UNKNOWN_KEY", "[UNKNOWN-KEY]"})
  void findsRuleAsItIsCopiedOrWritten(String word) {
    assertThat(Cli.in(nowhere).run("explain", word))
        .isEqualTo(Cli.in(nowhere).run("explain", "unknown-key"));
  }

  @Test
  void asksWhichRuleWasMeant() {
    Cli.Result near = Cli.in(nowhere).run("explain", "unknown-kye");
    Cli.Result far = Cli.in(nowhere).run("explain", "\u001B[31mwhatever");

    assertThat(near.status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(near.out()).isEmpty();
    assertThat(near.err())
        .startsWith("exportctl: \"unknown-kye\" is not a rule, did you mean \"unknown-key\"? (see");
    assertThat(far.err())
        .startsWith("exportctl: \"�[31mwhatever\" is not a rule; exportctl explain lists all (see");
  }
}
