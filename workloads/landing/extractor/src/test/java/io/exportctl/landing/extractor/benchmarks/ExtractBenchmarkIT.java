package io.exportctl.landing.extractor.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The benchmark runs to its end, and the goals hold that do not depend on the machine's speed. */
@Isolated
@Tag("benchmarks")
class ExtractBenchmarkIT {

  private static final String SCRIPT = Path.of("benchmarks/extract-benchmark").toString();

  @TempDir Path scratch;

  /** Output of a program on both streams, and its exit code. */
  private record Result(int status, String said) {}

  @Test
  void reachesTheGoalsThatDoNotDependOnTime() throws Exception {
    Result result = run(SCRIPT, "--short");

    assertThat(result.status()).as(result.said()).isZero();
    assertThat(result.said())
        .containsPattern("(?m)^\\| extractor \\| .* s \\| .* s \\| .* s \\|$")
        .containsPattern("(?m)^\\| server seconds / raw COPY \\| ")
        .containsPattern("(?m)^\\| resident memory, MiB \\| .* \\| met \\|$");
  }

  @Test
  void explainsItsOptions() throws Exception {
    Result help = run(SCRIPT, "--help");
    Result wrong = run(SCRIPT, "--rows", "0");

    assertThat(help.status()).isZero();
    assertThat(help.said()).contains("Usage: extract-benchmark ");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.said()).contains("Usage: extract-benchmark ");
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
