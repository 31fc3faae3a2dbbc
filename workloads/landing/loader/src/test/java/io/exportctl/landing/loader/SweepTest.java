package io.exportctl.landing.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.s3.FaultS3;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the search for extractions whose event was lost. */
class SweepTest {

  private static final Instant ARRIVAL = Instant.parse("2026-08-05T00:00:00Z");
  private static final Instant LATER = ARRIVAL.plus(Duration.ofMinutes(31));
  private static final String FIRST = "20260801010000Z";
  private static final String SECOND = "20260802010000Z";
  private static final String THIRD = "20260803010000Z";
  private static final List<Column> COLUMNS = List.of(Sender.column("id", ColumnType.INTEGER));

  private final FaultS3 s3 = Platform.s3().at(InstantSource.fixed(ARRIVAL));

  @TempDir Path folder;

  @Test
  void findsExtractionsWithoutAVerdict() throws Exception {
    Platform platform = platform();
    for (String timestamp : List.of(THIRD, SECOND, FIRST)) {
      platform.sender(timestamp).table("note", COLUMNS, "{\"id\":1}\n").send();
    }
    platform.load(SECOND);

    assertThat(sweep(LATER).unfinished()).containsExactly(FIRST, THIRD);
  }

  @Test
  void givesAnExtractionHalfAnHour() throws Exception {
    platform().sender(FIRST).table("note", COLUMNS, "{\"id\":1}\n").send();

    assertThat(sweep(ARRIVAL.plus(Duration.ofMinutes(30))).unfinished()).isEmpty();
    assertThat(sweep(LATER).unfinished()).containsExactly(FIRST);
  }

  /** Its verdict may have expired before it, on the same day. */
  @Test
  void leavesAnExtractionAloneAfterAWeek() throws Exception {
    platform().sender(FIRST).table("note", COLUMNS, "{\"id\":1}\n").send();

    assertThat(sweep(ARRIVAL.plus(Duration.ofDays(7))).unfinished()).isEmpty();
    assertThat(sweep(ARRIVAL.plus(Duration.ofDays(7)).minusSeconds(1)).unfinished())
        .containsExactly(FIRST);
  }

  @Test
  void tellsTheAgeOfTheNewestPublishedExtraction() throws Exception {
    Platform platform = platform();
    platform.sender(FIRST).table("note", COLUMNS, "{\"id\":1}\n").send();
    platform.sender(SECOND).table("note", COLUMNS, "{\"id\":2}\n").send();
    platform.sender(THIRD).table("note", COLUMNS, "{\"id\":\"not a number\"}\n").send();

    assertThat(sweep(LATER).ageSeconds()).isEmpty();

    platform.load(FIRST);
    platform.load(SECOND);
    platform.load(THIRD);

    assertThat(sweep(Instant.parse("2026-08-02T01:00:05Z")).ageSeconds())
        .isEqualTo(OptionalLong.of(5));
  }

  @Test
  @DisplayName("14: files without a manifest are counted after a day")
  void countsFilesWithoutAManifest() throws Exception {
    Platform platform = platform();
    platform.sender(FIRST).table("note", COLUMNS, "{\"id\":1}\n").send();
    platform.sender(SECOND).table("note", COLUMNS, "{\"id\":1}\n", "{\"id\":2}\n");
    platform.sender(THIRD).put("data/readme.txt", new byte[1]);

    assertThat(sweep(ARRIVAL.plus(Duration.ofDays(1))).unclaimed()).isZero();
    assertThat(sweep(ARRIVAL.plus(Duration.ofDays(1)).plusSeconds(1)).unclaimed()).isEqualTo(3);
  }

  private Sweep.Findings sweep(Instant now) throws Exception {
    return platform().sweep(now);
  }

  private Platform platform() {
    return new Platform(
        s3,
        FaultS3.EXPORT,
        FaultS3.TARGET,
        new MemoryCatalogue(),
        folder,
        Platform.settings(false));
  }
}
