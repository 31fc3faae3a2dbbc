package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark runs to its end, and leaves nothing behind. */
@Tag("benchmarks")
class LoaderBenchmarkIT {

  @TempDir Path scratch;

  @Test
  void comparesTheLoaderWithDuckDb() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(Path.of("benchmarks/loader-benchmark").toString(), "--short")
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + scratch);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);

    // The ratio depends on the machine: it decides over nothing.
    assertThat(process.waitFor()).as(said).isBetween(0, 1);
    assertThat(said)
        .containsPattern("(?m)^\\| 20,000 rows, no arrays \\|")
        .containsPattern("(?m)^\\| 20,000 rows, with arrays \\|")
        .contains("processor seconds to DuckDB's, at most 1.5;");
    assertThat(scratch).isEmptyDirectory();
  }
}
