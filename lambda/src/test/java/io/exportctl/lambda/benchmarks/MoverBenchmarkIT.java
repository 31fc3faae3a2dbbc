package io.exportctl.lambda.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The benchmark runs to its end, and the goals hold that do not depend on the machine's speed. */
@Isolated
@Tag("benchmarks")
class MoverBenchmarkIT {

  private static final String SCRIPT = Path.of("benchmarks/mover-benchmark").toString();

  @TempDir Path scratch;

  /** Output of a program on both streams, and its exit code. */
  private record Result(int status, String said) {}

  /** Skips the test on a machine without boto3; in CI it fails. */
  @BeforeEach
  void requireBoto3() throws Exception {
    boolean there = run("sh", "-c", "python3 -c 'import boto3'").status() == 0;
    assumeTrue(there || "true".equals(System.getenv("CI")), "there is no python3 with boto3");
  }

  @Test
  void reachesTheGoalsThatAreCountsAndLeavesNothingBehind() throws Exception {
    Result result = run(SCRIPT, "--short");

    assertThat(result.status()).as(result.said()).isZero();
    assertThat(result.said())
        .containsPattern("(?m)^\\| requests per small file, .* \\| met \\|$")
        .containsPattern("(?m)^\\| size of the zip, .* \\| met \\|$")
        .containsPattern("(?m)^\\| files/s as a multiple of boto3 handler, ")
        .containsPattern("(?m)^\\| time of a multipart copy ")
        .containsPattern("(?m)^\\| heap with these, .* \\| met \\|$");
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void explainsItsOptions() throws Exception {
    Result help = run(SCRIPT, "--help");
    Result wrong = run(SCRIPT, "--files", "0");

    assertThat(help.status()).isZero();
    assertThat(help.said()).contains("Usage: mover-benchmark ");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.said()).contains("Usage: mover-benchmark ");
  }

  private Result run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + scratch);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), said);
  }
}
