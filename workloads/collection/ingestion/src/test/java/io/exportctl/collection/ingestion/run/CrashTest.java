package io.exportctl.collection.ingestion.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exportctl.collection.ingestion.JobText;
import io.exportctl.collection.ingestion.Place;
import io.exportctl.collection.ingestion.TestRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrashTest {

  private static final String BAD = "{\"message\":{}}";

  /** Of the run that does not crash, which all steps need only once. */
  private static List<String> expected = List.of();

  @TempDir private Path folder;

  @ParameterizedTest(name = "15: gives the same tables after a crash behind the step {0}")
  @EnumSource(RunStep.class)
  void givesTheSameTables(RunStep step) throws Exception {
    if (expected.isEmpty()) {
      Place undisturbed = place("undisturbed");
      assertThat(undisturbed.run(Place.DATE)).isZero();
      expected = contents(undisturbed);
    }
    Place place = place("crashed");
    place.with(
        (date, reached) -> {
          if (reached == step) {
            throw new Crash();
          }
        });
    assertThatThrownBy(() -> place.run(Place.DATE)).isInstanceOf(Crash.class);

    place.with(RunObserver.NONE);
    assertThat(place.run(Place.DATE)).isZero();

    assertThat(contents(place)).isEqualTo(expected);
    RunRecord last = place.last();
    boolean isComplete = step == RunStep.COMPLETED;
    assertThat(last.state()).isEqualTo(isComplete ? RunState.NOTHING_NEW : RunState.COMPLETED);
    boolean isReadOnce = step.compareTo(RunStep.PUBLISHED) >= 0;
    assertThat(place.files("dead")).hasSize(isReadOnce || isBeforeReading(step) ? 1 : 2);
  }

  private static boolean isBeforeReading(RunStep step) {
    return step.compareTo(RunStep.STAGED) < 0;
  }

  private Place place(String name) throws Exception {
    Place place = new Place(folder.resolve(name));
    place.with(
        new JobText()
            .with("table", "latest")
            .with("redacted", true)
            .with("json_lines", true)
            .with("bad_records_per_million", 500_000));
    place.file(
        Place.DATE,
        "a.json.gz",
        TestRecords.insert(1, "2026-11-18T10:00:00.000Z", ""),
        TestRecords.insert(1, "2026-11-18T11:00:00.000Z", ""),
        BAD);
    place.file(Place.DATE, "b.json.gz", TestRecords.delete(2, "2026-11-18T10:00:00.000Z"));
    return place;
  }

  private static List<String> contents(Place place) throws Exception {
    List<String> all = new ArrayList<>();
    for (String table : List.of("claims", "claims_changes", "claims_redacted")) {
      place.rows(table, "*").forEach(it -> all.add(table + " " + it));
    }
    String current = "json_lines/claims/2026-11-19/current.json";
    Map<String, Object> lines =
        io.exportctl.collection.ingestion.config.Json.read(
            java.nio.file.Files.readAllBytes(place.warehouse().resolve(current)));
    ((List<?>) lines.get("files"))
        .stream()
            .flatMap(it -> place.gunzip(it.toString()).stream())
            .sorted()
            .forEach(it -> all.add("json_lines " + it));
    return all;
  }

  /** The end of the process, which nothing catches. */
  private static final class Crash extends Error {

    private static final long serialVersionUID = 1;
  }
}
