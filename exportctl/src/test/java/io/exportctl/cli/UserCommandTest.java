package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserCommandTest {

  private static final Path FIXTURES = Goldens.resources().resolve("user");

  @TempDir Path root;

  @BeforeEach
  void writeWorkspace() {
    ExampleWorkspace.writeTo(root);
  }

  /** Every way in which a list is written, in {@code src/test/resources/user/before}. */
  @ParameterizedTest
  @CsvSource({
    "rename, user rename alpha_user_one alpha_user_new",
    "rename-to-one-that-is-there, user rename alpha_user_one alpha_user_two",
    "remove, user remove alpha_user_one --everywhere",
    "remove-last, user remove alpha_user_three --everywhere",
    "add, user add alpha_user_new --to block brackets quoted lines no_line_break spaced"
  })
  void changesNothingButTheUser(String fixture, String command) throws IOException {
    Folders.deleteAll(root.resolve("datasets/push"));
    Folders.deleteAll(root.resolve("datasets/pull"));
    Folders.copy(FIXTURES.resolve("before"), root.resolve("datasets/push"));
    var before = Folders.files(root);
    String[] words = command.split(" ", -1);

    Cli.Result diff =
        Cli.in(root)
            .run(Stream.concat(Stream.of(words), Stream.of("--diff")).toArray(String[]::new));
    assertThat(Folders.files(root)).isEqualTo(before);
    Cli.Result result = Cli.in(root).run(words);

    assertThat(result.err() + diff.err()).isEmpty();
    assertThat(List.of(result.status(), diff.status())).containsExactly(0, 1);
    assertThat(Cli.in(root).run("validate").status()).isZero();
    Goldens.assertMatches(FIXTURES.resolve(fixture + ".txt"), result.out() + diff.out());
  }

  @Test
  void writesNothingWhereADatasetWouldBeLeftWithoutUsers() {
    var before = Folders.files(root);

    Cli.Result result = Cli.in(root).run("user", "remove", "alpha_user_bo", "--everywhere");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                1,
                "",
                "exportctl: datasets/push/case_outcomes.yaml: its only user is \"alpha_user_bo\";"
                    + " add another, or delete the file\nexportctl: nothing was written\n"));
    assertThat(Folders.files(root)).isEqualTo(before);
  }

  @Test
  void namesADatasetInBracketsThatWouldBeLeftWithoutUsers() throws IOException {
    Path file = root.resolve("datasets/push/case_outcomes.yaml");
    Files.writeString(
        file, Files.readString(file).replaceAll("users:\n( *- .*\n)+", "users: [alpha_user_bo]\n"));

    assertThat(Cli.in(root).run("user", "remove", "alpha_user_bo", "--everywhere"))
        .isEqualTo(
            new Cli.Result(
                1,
                "",
                "exportctl: datasets/push/case_outcomes.yaml: its only user is \"alpha_user_bo\";"
                    + " add another, or delete the file\nexportctl: nothing was written\n"));
    Cli.Result elsewhere =
        Cli.in(root).run("user", "remove", "alpha_user_bo", "--from", "prison_arrivals");
    assertThat(elsewhere.status()).isZero();
  }

  @Test
  void removesFromTheNamedDatasetsOnly() {
    Cli.Result result =
        Cli.in(root).run("user", "remove", "alpha_user_bo", "--from", "prison_arrivals");

    assertThat(result.status()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            datasets/push/prison_arrivals.yaml:6:5: removed "alpha_user_bo"
            1 file changed
            """);
    assertThat(root.resolve("datasets/pull/probation_caseload.yaml"))
        .content()
        .contains("alpha_user_bo");
  }

  @Test
  void takesTheCommentAlongThatIgnoresAWarningOfTheUser() throws IOException {
    Path file = root.resolve("datasets/push/prison_arrivals.yaml");
    String without = Files.readString(file).replace("  - alpha_user_bo\n", "");
    String ignore = "  # exportctl: ignore[duplicate-user] because of the audit\n";
    Files.writeString(
        file,
        without.replace("users:\n", "users:\n" + ignore + "  # Bo leads.\n  - alpha_user_bo\n"));

    Cli.Result result =
        Cli.in(root).run("user", "remove", "alpha_user_bo", "--from", "prison_arrivals");

    assertThat(result.out())
        .isEqualTo(
            """
            datasets/push/prison_arrivals.yaml:7:5: removed the comment that ignores a warning here
            datasets/push/prison_arrivals.yaml:6:5: removed "alpha_user_bo"
            1 file changed
            """);
    assertThat(file).content().isEqualTo(without.replace("users:\n", "users:\n  # Bo leads.\n"));
  }

  @Test
  void writesNothingThatDoesNotValidate() {
    var before = Folders.files(root);

    Cli.Result result =
        Cli.in(root).run("user", "add", "bob", "--to", "prison_arrivals", "court_dashboard");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .contains("prison_arrivals.yaml:7:5: error: \"bob\" is not a user", "[user-prefix]");
    assertThat(result.err()).isEqualTo("exportctl: nothing was written\n");
    assertThat(Folders.files(root)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user add alpha_user_new, --to prison_arrivals",
        "user add alpha_user_new,alpha_user_other --to prison_arrivals",
        "user add alpha_user_new. --to prison_arrivals",
        "user rename alpha_user_bo alpha_user_new;",
        "new push new_project --user alpha_user_new,"
      })
  void writesNoPunctuation(String command) {
    var before = Folders.files(root);

    Cli.Result result = Cli.in(root).run(command.split(" ", -1));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).contains("[invalid-value]").contains("alpha_user_new\n");
    assertThat(result.err()).startsWith("exportctl: nothing was written");
    assertThat(Folders.files(root)).isEqualTo(before);
  }

  @Test
  void writesNothingWhereAFileCannotBeRead() throws IOException {
    Files.writeString(root.resolve("datasets/push/broken.yaml"), "users: [alpha_user_dee\n");
    Files.writeString(root.resolve("datasets/pull/old.yml"), "users: [alpha_user_chen]\n");
    var before = Folders.files(root);

    Cli.Result all = Cli.in(root).run("user", "remove", "alpha_user_chen", "--everywhere");
    assertThat(Folders.files(root)).isEqualTo(before);
    Cli.Result one =
        Cli.in(root).run("user", "remove", "alpha_user_chen", "--from", "probation_caseload");

    assertThat(Cli.in(root).run("user", "remove", "alpha_user_dee", "--everywhere")).isEqualTo(all);
    assertThat(all.status()).isEqualTo(1);
    assertThat(all.out()).isEmpty();
    assertThat(all.err())
        .isEqualTo(
            """
            exportctl: datasets/pull/old.yml: the name ends in .yml, expected .yaml
            exportctl: datasets/push/broken.yaml: it cannot be read; fix it first
            exportctl: nothing was written
            """);
    assertThat(one.status()).isZero();
  }

  @Test
  void leavesWhatOnlyAPersonCanEdit() throws IOException {
    Path file = root.resolve("datasets/push/prison_arrivals.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "users:\n  - alpha_user_amira\n  - alpha_user_bo\n",
                "users: [alpha_user_amira # first\n  , alpha_user_bo]\n"));

    Cli.Result result =
        Cli.in(root).run("user", "remove", "alpha_user_bo", "--from", "prison_arrivals");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                1,
                "",
                "exportctl: datasets/push/prison_arrivals.yaml: its users cannot be edited by the"
                    + " tool; edit line 5\nexportctl: nothing was written\n"));
  }

  @Test
  void addsNobodyTwice() {
    assertThat(Cli.in(root).run("user", "add", "alpha_user_bo", "--to", "prison_arrivals"))
        .isEqualTo(
            new Cli.Result(
                0, "nothing to change in 1 dataset: \"alpha_user_bo\" is listed already\n", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user remove alpha_user_b --everywhere | no user \"alpha_user_b\" there, did you mean"
            + " \"alpha_user_bo\"?",
        "user remove alpha_user_chen --from court_dashboard | no user \"alpha_user_chen\" there,"
            + " did you mean",
        "user rename nobody_at_all x | no user \"nobody_at_all\" there; exportctl list shows all",
        "user rename a a | USER and NEW are the same",
        "user add alpha_user_x --to court_dashbord | there is no dataset \"court_dashbord\", did"
            + " you mean \"court_dashboard\"?",
        "user remove alpha_user_bo --everywhere --from x | only one is expected of options that"
            + " exclude",
        "user remove alpha_user_bo | one of \"--everywhere\" and \"--from\" is expected",
        "user renam a b | unknown command \"renam\", did you mean \"rename\"?"
      })
  void saysWhatWasMeant(String command, String message) {
    var before = Folders.files(root);

    Cli.Result result = Cli.in(root).run(command.split(" ", -1));

    assertThat(result.err()).startsWith("exportctl: " + message);
    assertThat(result.status()).isEqualTo(2);
    assertThat(Folders.files(root)).isEqualTo(before);
  }
}
