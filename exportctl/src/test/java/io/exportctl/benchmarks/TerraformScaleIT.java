package io.exportctl.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Tools;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Checks that the benchmark runs; docs/benchmarks.md has the results. */
@Tag("benchmarks")
@Isolated("it measures time")
class TerraformScaleIT {

  private static final Path SCRIPT =
      ExampleWorkspace.REPOSITORY.resolve("exportctl/benchmarks/terraform-scale");

  @TempDir Path scratch;

  @BeforeAll
  static void requireTools() {
    Tools.require("terraform", "moto_server");
  }

  @Test
  void printsTableAndLeavesNothingBehind() {
    Command.Result result = run("--sizes", "2", "--rounds", "1");

    assertThat(result.status()).as(result.out() + result.err()).isZero();
    assertThat(result.out())
        .startsWith("exportctl ")
        .contains("| time | 2 datasets |\n", "| processor time | 2 datasets |\n")
        .containsPattern("(?m)^\\| `exportctl render`, unchanged \\| \\d+\\.\\d\\d s \\|$")
        .containsPattern("(?m)^\\| `terraform plan` \\| \\d+\\.\\d\\d s \\|$")
        .containsPattern("(?m)^\\| `terraform plan` to for_each \\| x \\d+\\.\\d\\d \\|$")
        .containsPattern("(?m)^\\| resources planned \\| \\d+ \\|$")
        .doesNotContain(scratch.toString(), ExampleWorkspace.REPOSITORY.toString());
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void failsWhenTimeIsUp() {
    Command.Result result = run("--minutes", "0");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("terraform-scale: `exportctl --version` was stopped, time is up");
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void explainsItsOptions() {
    Command.Result help = run("--help");
    Command.Result wrong = run("--sizes", "1");

    assertThat(help.status()).isZero();
    assertThat(help.out()).startsWith("Usage: terraform-scale ");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains(help.out());
  }

  private Command.Result run(String... arguments) {
    String[] line = new String[arguments.length + 1];
    line[0] = SCRIPT.toString();
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    return Command.in(scratch)
        .with(
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JAVA_TOOL_OPTIONS",
                "-Djava.io.tmpdir=" + scratch))
        .run(line);
  }
}
