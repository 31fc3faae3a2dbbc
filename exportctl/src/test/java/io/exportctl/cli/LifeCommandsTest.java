package io.exportctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.kind.Kinds;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands {@code suspend}, {@code resume}, {@code retire}, {@code rename}, {@code extend}. */
class LifeCommandsTest {

  private static final String COMMENTED =
      """
      # Files of arrivals.
      name: prison_arrivals # as the receiver calls it
      bucket: example-arrivals-landing-prod

      users: # only these
        - alpha_user_amira
      paperwork: https://example.org/dpia/prison-arrivals
      account: "345678901234"
      """;

  @TempDir Path root;

  private Path file;

  @BeforeEach
  void writeWorkspace() throws IOException {
    ExampleWorkspace.writeAllTo(root);
    file = root.resolve("datasets/push/prison_arrivals.yaml");
    Files.writeString(file, COMMENTED);
  }

  @Test
  void writesTheStateBelowTheNameAndKeepsComments() throws IOException {
    Cli.Result result = Cli.in(root).run("suspend", "prison_arrivals");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                0,
                """
                datasets/push/prison_arrivals.yaml:2:1: state is "suspended"
                1 file changed
                What is left to do:
                  1. have the change reviewed, then exportctl render and terraform apply
                  2. files in s3://example-hub-exports/prison_arrivals/ stay and wait; nobody may write there, and none is moved
                  3. tell users and the other side, and run exportctl resume push/prison_arrivals when it is over
                """,
                ""));
    assertThat(Files.readString(file))
        .isEqualTo(COMMENTED.replace("calls it\n", "calls it\nstate: suspended\n"));
  }

  @Test
  void keepsTheLineBreaksAndTheIndentationOfAFile() throws IOException {
    String text = COMMENTED.replaceAll("(?m)^(?=[a-z ])", "  ").replace("\n", "\r\n");
    Files.writeString(file, text);

    assertThat(Cli.in(root).run("retire", "prison_arrivals").status()).isZero();
    assertThat(Files.readString(file))
        .isEqualTo(text.replace("calls it\r\n", "calls it\r\n  state: retired\r\n"));
  }

  @Test
  void replacesTheValueOfAKeyThatIsThere() throws IOException {
    Files.writeString(file, COMMENTED + "state: 'suspended' # a leak\n");

    Cli.Result result = Cli.in(root).run("resume", "push/prison_arrivals");

    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("state is \"active\" instead of \"suspended\"");
    assertThat(Files.readString(file)).isEqualTo(COMMENTED + "state: 'active' # a leak\n");
    assertThat(Cli.in(root).run("resume", "push/prison_arrivals").out())
        .isEqualTo("nothing to change in 1 dataset: it is so already\n");
  }

  static Stream<String> kinds() {
    return Kinds.all().stream().map(kind -> kind.id().id());
  }

  /** Each kind goes through its life, is valid in each state, and says what waits. */
  @ParameterizedTest
  @MethodSource("kinds")
  void takesEveryKindThroughItsLife(String kind) throws IOException {
    Path first;
    try (Stream<Path> files = Files.list(root.resolve("datasets/" + kind))) {
      first = files.sorted().findFirst().orElseThrow();
    }
    String id = kind + "/" + first.getFileName().toString().replace(".yaml", "");
    String before = Cli.in(root).run("render", "--out", "active").out();

    for (String command : new String[] {"suspend", "retire", "resume"}) {
      Cli.Result result = Cli.in(root).run(command, id);
      assertThat(result.status()).as(command + result.err() + result.out()).isZero();
      assertThat(result.out()).contains("  1. ", "  2. ", "  3. ");
      assertThat(Cli.in(root).run("validate").status()).isZero();
    }
    assertThat(before).isNotEmpty();
    assertThat(Cli.in(root).run("render", "--out", "active").out()).endsWith(" files up to date\n");
  }

  @Test
  void showsOnlyWhatWouldChange() {
    var before = Folders.files(root);

    Cli.Result result = Cli.in(root).run("suspend", "prison_arrivals", "--diff");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).contains("\n+state: suspended\n").doesNotContain("What is left");
    assertThat(Folders.files(root)).isEqualTo(before);
  }

  @Test
  void renamesAFileWithItsName() throws IOException {
    Cli.Result diff = Cli.in(root).run("rename", "prison_arrivals", "arrivals", "--diff");
    Cli.Result result = Cli.in(root).run("rename", "prison_arrivals", "arrivals");

    assertThat(diff.out())
        .startsWith(
            "rename from datasets/push/prison_arrivals.yaml\nrename to datasets/push/arrivals.yaml\n");
    assertThat(result.status()).as(result.err()).isZero();
    Goldens.assertMatches(Goldens.resources().resolve("life/rename.txt"), result.out());
    assertThat(file).doesNotExist();
    assertThat(Files.readString(file.resolveSibling("arrivals.yaml")))
        .isEqualTo(
            COMMENTED.replace(
                "name: prison_arrivals # as the receiver calls it\n",
                "name: arrivals # as the receiver calls it\nrenamed_from: prison_arrivals\n"));
    assertThat(Cli.in(root).run("render").status()).isZero();
    assertThat(Files.readString(root.resolve("terraform/push_arrivals.tf")))
        .contains("from = module.push[\"prison_arrivals\"]", "to   = module.push[\"arrivals\"]");
  }

  @Test
  void extendsTheReview() throws IOException {
    Cli.Result result = Cli.in(root).run("extend", "prison_arrivals", "--until", "2028-03-31");

    assertThat(result.status()).as(result.err() + result.out()).isZero();
    assertThat(Files.readString(file)).contains("calls it\nreview_by: 2028-03-31\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "extend prison_arrivals --until 2099-01-01 | 1 | too far away",
        "extend prison_arrivals --until soon | 2 | \"soon\" is not a date, expected 2027-03-31 or so",
        "extend prison_arrivals | 2 | --until",
        "suspend arivals | 2 | there is no dataset \"arivals\"",
        "rename prison_arrivals case_outcomes | 3 | case_outcomes.yaml exists already; choose another name",
        "rename prison_arrivals Big | 2 | \"Big\" is not a name",
        "rename prison_arrivals ../x | 2 | is not a name",
        "rename prison_arrivals prison_arrivals | 2 | DATASET and NEW are the same",
        "rename court_dashboard other | 3 | a pull dataset keeps its data under its name; add other with"
      })
  void writesNothingThatIsWrong(String command, int status, String message) {
    var before = Folders.files(root);

    Cli.Result result = Cli.in(root).run(command.split(" ", -1));

    assertThat(result.status()).isEqualTo(status);
    assertThat(result.out() + result.err()).contains(message);
    assertThat(Folders.files(root)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: prison_arrivals, bucket: b}\n",
        "state: [suspended]\nname: prison_arrivals\n"
      })
  void leavesFilesAloneThatItCannotEdit(String text) throws IOException {
    Files.writeString(file, text);

    Cli.Result result = Cli.in(root).run("suspend", "prison_arrivals");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err())
        .contains("\"state\" cannot be edited by the tool; edit line 1")
        .endsWith("exportctl: nothing was written\n");
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void leavesDraftsToTheirWriters() throws IOException {
    Files.writeString(file, COMMENTED + "state: draft\n");

    assertThat(Cli.in(root).run("resume", "prison_arrivals").err())
        .startsWith(
            "exportctl: datasets/push/prison_arrivals.yaml: it is a draft, which is not deployed;"
                + " edit or delete the file\n");
    assertThat(Cli.in(root).run("render", "--only", "prison_arrivals"))
        .isEqualTo(
            new Cli.Result(
                2,
                "",
                "exportctl: \"push/prison_arrivals\" is a draft, expected a dataset to deploy (see"
                    + " 'exportctl render --help')\n"));
    assertThat(Cli.in(root).run("render", "--adopt=prison_arrivals").status()).isEqualTo(2);
    assertThat(Cli.in(root).run("handshake", "prison_arrivals"))
        .isEqualTo(
            new Cli.Result(
                3,
                "",
                "exportctl: push/prison_arrivals is a draft; it has a handshake once it is active\n"));
  }

  /** The words for people come back in handshakes and on pages, escaped. */
  @Test
  void tellsTheOtherSideWhoAnswers() throws IOException {
    Files.writeString(
        file,
        COMMENTED
            + """
            state: suspended
            description: Arrivals <b>today</b> & "more"
            owner: Prison data team
            contact: prison-data@example.org
            """);

    Cli.Result handshake = Cli.in(root).run("handshake", "prison_arrivals");
    assertThat(handshake.out())
        .contains("\nThe data: Arrivals <b>today</b> & \"more\"\n")
        .endsWith("\nQuestions go to Prison data team, prison-data@example.org.\n");
    assertThat(handshake.err())
        .isEqualTo("exportctl: push/prison_arrivals is suspended, and closed to the other side\n");
    assertThat(Cli.in(root).run("site").status()).isZero();
    String page = Files.readString(root.resolve("site/datasets/push-prison_arrivals.html"));
    assertThat(page)
        .contains("Arrivals &#60;b&#62;today&#60;/b&#62; &#38; &#34;more&#34;")
        .contains("<strong class=\"badge suspended\">suspended</strong>")
        .contains("<dt>Owner</dt><dd>Prison data team</dd>")
        .contains("<dt>Contact</dt><dd>prison-data@example.org</dd>")
        .doesNotContain("<b>today");
  }
}
