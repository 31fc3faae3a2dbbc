package io.exportctl.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code render --adopt}, in the workspace {@code src/test/resources/migration}. */
class AdoptOptionTest {

  private static final Path FIXTURE = Goldens.resources().resolve("migration");

  @TempDir Path root;

  private Path imports;

  @BeforeEach
  void writeWorkspace() {
    Folders.copy(FIXTURE.resolve("datasets"), root.resolve("datasets"));
    imports = root.resolve("terraform/adopt.tf");
  }

  @Test
  void importsAllDatasetsWithoutNames() throws IOException {
    Cli.Result result = Cli.in(root).run("render", "--adopt");

    assertThat(result.status()).isZero();
    assertThat(result.out()).startsWith("created terraform/adopt.tf\n");
    Goldens.assertMatches(FIXTURE.resolve("adopt.tf"), Files.readString(imports));
  }

  @Test
  void importsTheNamedDatasetsAndTheExportBucket() throws IOException {
    Cli.in(root).run("render", "--adopt=exchange,push/arrivals");

    assertThat(modules()).containsExactly("push_platform", "push[\"arrivals\"]", "pull_exchange");
  }

  @Test
  void importsADatasetThatIsNamedTwiceOnce() throws IOException {
    Cli.in(root).run("render", "--adopt=exchange");
    String once = Files.readString(imports);

    Cli.in(root).run("render", "--adopt=exchange,pull/exchange");

    assertThat(imports).hasContent(once);
  }

  @Test
  void tellsDatasetsOfOneNameApartByTheirKind() throws IOException {
    Path pull = root.resolve("datasets/pull");
    String exchange = Files.readString(pull.resolve("exchange.yaml"));
    Files.writeString(pull.resolve("arrivals.yaml"), exchange.replace("exchange", "arrivals"));

    Cli.in(root).run("render", "--adopt=pull/arrivals");
    assertThat(modules()).containsExactly("push_platform", "pull_arrivals");

    Cli.in(root).run("render", "--adopt=arrivals");
    assertThat(modules()).containsExactly("push_platform", "push[\"arrivals\"]", "pull_arrivals");
  }

  @Test
  void goesWithTheNextPlainRendering() {
    Cli.in(root).run("render", "--adopt");

    Cli.Result result = Cli.in(root).run("render");

    assertThat(result)
        .isEqualTo(new Cli.Result(0, "removed terraform/adopt.tf\n1 file: 1 removed\n", ""));
  }

  @Test
  void rendersNothingForADatasetThatThereIsNot() {
    Cli.Result result = Cli.in(root).run("render", "--adopt=arrival");

    assertThat(result)
        .isEqualTo(
            new Cli.Result(
                2,
                "",
                "exportctl: there is no dataset \"arrival\", did you mean \"arrivals\"?"
                    + " (see 'exportctl render --help')\n"));
    assertThat(root.resolve("terraform")).doesNotExist();
  }

  /** The root module's modules that something is imported into, in the order of the file. */
  private List<String> modules() throws IOException {
    return Pattern.compile("\n  to = module\\.(\\S+?)\\.")
        .matcher(Files.readString(imports))
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }
}
