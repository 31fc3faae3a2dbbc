package io.exportctl.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Checks that every inner loop runs; docs/benchmarks.md has the results. */
@Tag("benchmarks")
@Isolated("it measures time")
class InnerLoopsIT {

  private static final Path SCRIPT =
      ExampleWorkspace.REPOSITORY.resolve("exportctl/benchmarks/inner-loops");

  @Test
  void runsEveryLoop() {
    Command.Result result = run("--short");

    assertThat(result.status()).as(result.out() + result.err()).isZero();
    assertThat(result.out().lines())
        .hasSizeGreaterThan(10)
        .allMatch(line -> line.matches("\\|.*\\|"))
        .filteredOn(line -> line.startsWith("| ... "))
        .allMatch(line -> line.contains(" | x "));
  }

  @Test
  void explainsItsOptions() {
    assertThat(run("--help").out()).startsWith("Usage: inner-loops ");
    assertThat(run("none").status()).isEqualTo(2);
  }

  private static Command.Result run(String argument) {
    return Command.in(ExampleWorkspace.REPOSITORY)
        .with(Map.of("JAVA_HOME", System.getProperty("java.home")))
        .run(SCRIPT.toString(), argument);
  }
}
