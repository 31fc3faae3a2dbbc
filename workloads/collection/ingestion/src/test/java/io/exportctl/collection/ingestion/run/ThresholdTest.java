package io.exportctl.collection.ingestion.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.config.JobFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ThresholdTest {

  @Test
  @DisplayName("1: compares exactly: 1 of 1,000,000 is 1 of a million, 1 of 999,999 is more")
  void comparesExactly() {
    assertThat(judge(1_000_000, 1, 1)).isEmpty();
    assertThat(judge(999_999, 1, 1)).contains("too-many-bad-records");
    assertThat(judge(10, 1, 99_999)).contains("too-many-bad-records");
    assertThat(judge(10, 1, 100_000)).isEmpty();
    assertThat(judge(10, 0, 0)).isEmpty();
    assertThat(judge(9_000_000_000L, 9_000_000, 1000)).isEmpty();
    assertThat(judge(9_000_000_000L, 9_000_001, 1000)).contains("too-many-bad-records");
  }

  @Test
  @DisplayName("3: refuses if nothing is good, but not if nothing is there")
  void refusesIfNothingIsGood() {
    assertThat(judge(2, 2, 1_000_000)).contains("too-many-bad-records");
    assertThat(judge(0, 0, 0)).isEmpty();
  }

  @Test
  void takesErasedRecordsForGoodOnes() {
    Totals totals =
        new Totals(
            List.of(),
            Map.of(),
            Map.of("records_read", 2L, "records_rejected", 0L, "erased_dropped", 2L),
            List.of());

    assertThat(judge(totals, 0)).isEmpty();
  }

  private static Optional<String> judge(long read, long rejected, long limit) {
    return judge(
        new Totals(
            List.of(),
            Map.of("json", rejected),
            Map.of(
                "records_read", read,
                "records_rejected", rejected,
                "records_written", read - rejected),
            List.of()),
        limit);
  }

  private static Optional<String> judge(Totals totals, long limit) {
    return Threshold.judge(
            totals, new JobFile.Limits(limit, 0), LocalDate.parse("2026-11-19"), "file:/dead/")
        .map(IngestionException::reason);
  }
}
