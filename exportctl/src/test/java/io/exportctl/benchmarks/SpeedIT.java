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
import org.junit.jupiter.api.parallel.Isolated;

/** Compares the speed with other validators; docs/benchmarks.md has the results. */
@Isolated("it compares times")
@Tag("benchmarks")
class SpeedIT {

  private static final Path SCRIPT =
      ExampleWorkspace.REPOSITORY.resolve("exportctl/benchmarks/validate");

  @BeforeAll
  static void requireTools() {
    Tools.require("node", "npm");
  }

  @Test
  void keepsUpWithOtherValidators() {
    Command.Result result = run("--short");

    assertThat(result.status()).as(result.out() + result.err()).isZero();
    assertThat(result.out()).contains("as a multiple of ajv-cli | ");
  }

  @Test
  void explainsItsOptions() {
    assertThat(run("--help").out()).startsWith("Usage: validate ");
    assertThat(run("none").status()).isEqualTo(2);
  }

  private static Command.Result run(String argument) {
    return Command.in(ExampleWorkspace.REPOSITORY)
        .with(Map.of("JAVA_HOME", System.getProperty("java.home")))
        .run(SCRIPT.toString(), argument);
  }
}
