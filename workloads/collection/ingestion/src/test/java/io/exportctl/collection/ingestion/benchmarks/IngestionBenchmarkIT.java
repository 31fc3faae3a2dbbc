package io.exportctl.collection.ingestion.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("benchmarks")
class IngestionBenchmarkIT {

  @Test
  void measuresSparkBesideTheRecordFunction() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("benchmarks/ingestion-benchmark", "--short").redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said)
        .containsPattern("(?m)^\\| local\\[2] to Iceberg, cold \\| [0-9,]+ \\| ")
        .containsPattern("(?m)^merge of 1 % / writing all anew: [0-9.]+, goal 0.20$");
  }
}
