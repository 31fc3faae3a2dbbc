package io.exportctl.landing.extractor.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.landing.extractor.support.Extracted;
import io.exportctl.landing.extractor.support.HookedDestination;
import io.exportctl.landing.extractor.support.TestDatabase;
import io.exportctl.landing.extractor.support.TestOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The progress of an extraction, in the log and on a terminal. */
class ProgressTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  private static void awaitText(ByteArrayOutputStream stream, String text) throws Exception {
    while (!stream.toString(UTF_8).contains(text)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private Log log(boolean hasTerminal) {
    return new Log(
        new PrintStream(out, true, UTF_8),
        () -> Instant.EPOCH,
        hasTerminal ? Optional.of(new PrintStream(terminal, true, UTF_8)) : Optional.empty());
  }

  @Test
  void tellsTheNumberOfRowsWithAnEstimate() throws Exception {
    try (TestDatabase database =
        TestDatabase.create(
            "CREATE TABLE a (n int)",
            "INSERT INTO a SELECT generate_series(1, 1000)",
            "ANALYZE a",
            "CREATE TABLE p (n int) PARTITION BY LIST (n)",
            "CREATE TABLE p1 PARTITION OF p DEFAULT",
            "INSERT INTO p SELECT generate_series(1, 500)",
            "ANALYZE p1")) {
      HookedDestination destination =
          HookedDestination.times(
              folder,
              2,
              () -> {
                awaitText(out, "\"action\":\"progress\"");
                awaitText(terminal, "\r\u001b[K0 of about 1,500 rows (0 %), 0 MiB of JSON");
              });

      Extraction extraction =
          new Extraction(
              TestOptions.of(database).options(),
              destination,
              () -> Instant.EPOCH,
              new Stop(),
              log(true));

      assertThat(extraction.run().rows()).isEqualTo(1500);
      assertThat(out.toString(UTF_8))
          .contains(
              "{\"action\":\"progress\",\"time\":\"1970-01-01T00:00:00Z\",\"rows\":0,"
                  + "\"estimate\":1500,\"jsonBytes\":0}")
          .doesNotContain("\u001b");
      assertThat(terminal.toString(UTF_8)).endsWith("\r\u001b[K");
      assertThat(Extracted.files(folder)).hasSize(5);
    }
  }

  @Test
  void countsRowsThatAreReadAgainOnce() throws Exception {
    try (Progress progress = Progress.start(100, log(true), Duration.ofMillis(1))) {
      progress.add(150, 3 << 20);
      awaitText(terminal, "150 rows, 3 MiB of JSON");
      progress.add(-120, -(2 << 20));
      awaitText(terminal, "30 of about 100 rows (30 %), 1 MiB of JSON");
    }
  }
}
