package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code exportctl list} and {@code exportctl show}. */
class RegisterCommandsTest {

  private static final Path FIXTURES = Goldens.resources().resolve("register");
  private static final String LEFT_OUT =
      "exportctl: datasets/push/broken.yaml has 1 error and is left out;"
          + " exportctl validate shows them\n";

  @TempDir Path root;

  @BeforeEach
  void writeWorkspace() {
    Folders.copy(FIXTURES.resolve("workspace"), root);
  }

  @ParameterizedTest
  @CsvSource({
    "list.txt, list",
    "list.json, list --format json",
    "list-of-user.txt, list --user alpha_user_two",
    "show-of-both-kinds.txt, show arrivals",
    "show.json, show pull/dashboard --format json",
    "show-by-path.txt, show datasets/pull/dashboard.yaml"
  })
  void printsWhatThereIs(String fixture, String command) {
    Cli.Result result = Cli.in(root).run(command.split(" ", -1));

    boolean list = command.startsWith("list");
    assertThat(result.err()).isEqualTo(list ? LEFT_OUT : "");
    assertThat(result.status()).isEqualTo(list ? 1 : 0);
    Goldens.assertMatches(FIXTURES.resolve(fixture), result.out());
  }

  @ParameterizedTest
  @CsvSource({
    "list.txt, list",
    "list.csv, list --format csv",
    "list.md, list --format markdown",
    "list.json, list --format json --kind push",
    "list-of-kind.txt, list --kind pull",
    "list-of-account.txt, list --account 362298108429 --kind push",
    "list-of-state.txt, list --state draft",
    "list-due.txt, list --review-before 2030-04-01",
    "show-suspended.txt, show arrivals",
    "show-draft.txt, show planned"
  })
  void printsStatesAndPeople(String fixture, String command) {
    Folders.deleteAll(root.resolve("datasets"));
    Folders.copy(Goldens.resources().resolve("render/life/datasets"), root.resolve("datasets"));

    Cli.Result result = Cli.in(root).run(command.split(" ", -1));

    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    Goldens.assertMatches(FIXTURES.resolve("life").resolve(fixture), result.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list --review-before soon | \"soon\" is not a date, expected 2027-03-31 or so",
        "list --kind tables | \"tables\" is not a kind of dataset, expected push, pull, landing, collection or source",
        "list --state closed | \"closed\" is not a state, expected draft, active, suspended or retired"
      })
  void refusesUnknownFilters(String command, String message) {
    Cli.Result result = Cli.in(root).run(command.split(" ", -1));

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains(message);
  }

  @ParameterizedTest
  @CsvSource({"100", "80", "60", "20"})
  void fitsTheTerminal(String columns) {
    Cli.Result result = Cli.in(root).withAlso(Map.of("COLUMNS", columns)).run("list");

    Goldens.assertMatches(FIXTURES.resolve("list-" + columns + ".txt"), result.out());
  }

  @Test
  void saysWhichFileKeepsADatasetFromBeingShown() {
    Cli.Result result = Cli.in(root).run("show", "broken");

    assertThat(result).isEqualTo(new Cli.Result(1, "", LEFT_OUT));
  }

  @Test
  void saysThatNothingCanBeReadWithoutThePlatform() throws IOException {
    Files.writeString(root.resolve("datasets/platform.yaml"), "region: eu-west-2\n");

    Cli.Result list = Cli.in(root).run("list");
    Cli.Result show = Cli.in(root).run("show", "dashboard");

    assertThat(list.out()).isEmpty();
    assertThat(list.err()).startsWith("exportctl: datasets/platform.yaml has 6 errors");
    assertThat(show).isEqualTo(list);
    assertThat(list.status()).isEqualTo(1);
  }

  @Test
  void showsOverdueDatasetsAsOverdue() throws IOException {
    Files.delete(root.resolve("datasets/push/broken.yaml"));
    Path dataset = root.resolve("datasets/push/arrivals.yaml");
    Files.writeString(dataset, Files.readString(dataset).replace("2028-03-31", "2026-12-31"));

    Cli.Result list = Cli.in(root).run("list", "--user", "alpha_user_three");
    Cli.Result show = Cli.in(root).run("show", "push/arrivals");
    Cli.Result handshake = Cli.in(root).run("handshake", "push/arrivals");

    assertThat(list.status() + show.status() + handshake.status()).isZero();
    assertThat(list.out()).contains("  2026-12-31 (overdue)  alpha_user_five, ");
    assertThat(show.out()).endsWith("  review by     2026-12-31 (overdue)\n");
    assertThat(handshake.out()).contains("s3:PutObject");
    assertThat(handshake.err())
        .isEqualTo(
            "exportctl: the review of push/arrivals was due on 2026-12-31; ask whether the export is"
                + " still needed\n");
    assertThat(Cli.in(root).run("list", "--format", "json").out())
        .contains("\"reviewBy\": \"2026-12-31\",\n      \"reviewOverdue\": true,");
  }

  @Test
  void saysSoWhereThereIsNone() throws IOException {
    Files.delete(root.resolve("datasets/push/broken.yaml"));

    assertThat(Cli.in(root).run("list", "--user", "alpha_user_nine"))
        .isEqualTo(new Cli.Result(0, "no datasets\n", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arivals | there is no dataset \"arivals\", did you mean \"arrivals\"?",
        "pull/dashbord | there is no dataset \"pull/dashbord\", did you mean \"pull/dashboard\"?",
        "push/dashboard | there is no dataset \"push/dashboard\", did you mean \"pull/dashboard\"?",
        "qqqqqq | there is no dataset \"qqqqqq\"; exportctl list shows all"
      })
  void namesTheNearest(String name, String message) {
    assertThat(Cli.in(root).run("show", name))
        .isEqualTo(
            new Cli.Result(2, "", "exportctl: " + message + " (see 'exportctl show --help')\n"));
  }
}
