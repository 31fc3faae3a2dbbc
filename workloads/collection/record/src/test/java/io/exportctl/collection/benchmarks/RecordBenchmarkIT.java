package io.exportctl.collection.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The benchmark runs to its end. */
@Isolated
@Tag("benchmarks")
class RecordBenchmarkIT {

  private static final String SCRIPT = Path.of("benchmarks/record-benchmark").toString();

  /** Output of a program on both streams, and its exit code. */
  private record Result(int status, String said) {}

  @Test
  void measuresTheRecordFunctionBesideItsLimit() throws Exception {
    Result result = run(SCRIPT, "--short");

    assertThat(result.status()).as(result.said()).isZero();
    assertThat(result.said())
        .containsPattern("(?m)^\\| the record function, gzip included \\| [0-9,]+ \\| ")
        .containsPattern("(?m)^the record function / the limit: [0-9.]+, goal 0.35, ");
  }

  @Test
  void explainsItsOptions() throws Exception {
    assertThat(run(SCRIPT, "--help").status()).isZero();
    assertThat(run(SCRIPT, "--records").status()).isEqualTo(2);
    assertThat(run(SCRIPT, "--reference").said()).contains("Usage: record-benchmark ");
  }

  private static Result run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), said);
  }
}
