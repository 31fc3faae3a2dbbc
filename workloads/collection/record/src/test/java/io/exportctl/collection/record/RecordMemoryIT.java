package io.exportctl.collection.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lines of nearly the largest length in a bounded heap. */
class RecordMemoryIT {

  private static final int MEGABYTES = 46;

  @Test
  @DisplayName("7: a line of more than 60 MiB is read in a heap of 1 GiB")
  void readsLargeLines() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeLine.class.getName(),
                Path.of("src", "test", "resources", "golden", "keys.json").toString(),
                Integer.toString(MEGABYTES))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    String[] sizes = output.strip().split(" ", -1);
    assertThat(Integer.parseInt(sizes[0])).isBetween(60 << 20, RecordFunction.MAXIMUM_LINE);
    assertThat(Integer.parseInt(sizes[1])).isGreaterThan(MEGABYTES << 20);
  }
}
