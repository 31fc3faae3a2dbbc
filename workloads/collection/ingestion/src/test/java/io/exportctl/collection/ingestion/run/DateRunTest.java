package io.exportctl.collection.ingestion.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.collection.ingestion.JobText;
import io.exportctl.collection.ingestion.Place;
import io.exportctl.collection.ingestion.TestRecords;
import io.exportctl.collection.ingestion.config.IngestionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DateRunTest {

  private static final String TIME = "2026-11-18T10:00:00.000Z";
  private static final String BAD = "{\"message\":{}}";

  @TempDir private Path folder;
  private Place place;

  @BeforeEach
  void place() throws Exception {
    place = new Place(folder);
  }

  @Test
  void publishesARowOfEachLine() throws Exception {
    place.file(
        Place.DATE, "a.json.gz", TestRecords.insert(1, TIME, ""), TestRecords.delete(2, TIME));

    assertThat(place.run(Place.DATE)).isZero();

    assertThat(place.rows("claims", "id", "operation", "last_modified", "export_date", "value"))
        .containsExactly(
            "{\"id\":1}|INSERT|2026-11-18T10:00:00Z|2026-11-19|{\"_id\":{\"id\":1},"
                + "\"_lastModifiedDateTime\":{\"d_date\":\"2026-11-18T10:00:00.000Z\"},"
                + "\"name\":\"Person 1\"}",
            "{\"id\":2}|DELETE|2026-11-18T10:00:00Z|2026-11-19|{\"_id\":{\"id\":2},"
                + "\"_lastModifiedDateTime\":{\"d_date\":\"2026-11-18T10:00:00.000Z\"},"
                + "\"_removedDateTime\":{\"d_date\":\"2026-11-18T10:00:00.000Z\"},"
                + "\"name\":\"Person 2\"}");
    assertThat(place.last().state()).isEqualTo(RunState.COMPLETED);
    assertThat(place.last().totals().count("records_read")).isEqualTo(2);
    assertThat(place.files("dead")).isEmpty();
  }

  @Test
  @DisplayName("1: publishes a date with few bad records, each in a dead letter as it came")
  void publishesWithFewBadRecords() throws Exception {
    place.with(new JobText().with("bad_records_per_million", 1000));
    List<String> lines = new ArrayList<>(records(1, 2500));
    lines.add(1000, BAD);
    place.file(Place.DATE, "a.json.gz", TestRecords.gzip(lines));
    place.file(Place.DATE, "b.json", TestRecords.insert(9001, TIME, "").getBytes(UTF_8));

    assertThat(place.run(Place.DATE)).isZero();

    assertThat(place.rows("claims", "count(*)")).containsExactly("2501");
    assertThat(place.last().totals().reasons())
        .containsExactly(java.util.Map.entry("envelope", 1L));
    List<String> files = place.files("dead");
    assertThat(files).hasSize(1);
    assertThat(place.gunzip(files.get(0)))
        .containsExactly(
            "{\"reason\":\"envelope\",\"file\":\"ucfs/2026/11/18/core/claim/a.json.gz\","
                + "\"line\":1001,\"bytes\":14,"
                + "\"sha256\":\"c6c9d69f94a41c0fa07dbf928b22b701d820e97f200fa20fd7008f9729a31e1d\","
                + "\"raw\":\"{\\\"message\\\":{}}\"}");
  }

  @Test
  @DisplayName("2: publishes nothing of a date with too many bad records, and keeps the old rows")
  void refusesTooManyBadRecords() throws Exception {
    place.file(Place.DATE, "a.json.gz", TestRecords.insert(1, TIME, ""));
    place.run(Place.DATE);
    place.file(Place.DATE, "b.json.gz", TestRecords.insert(2, TIME, ""), BAD);

    assertThat(place.run(Place.DATE)).isEqualTo(1);

    assertThat(place.rows("claims", "id")).containsExactly("{\"id\":1}");
    assertThat(failure().reason()).isEqualTo("too-many-bad-records");
    assertThat(failure())
        .hasMessageStartingWith(
            "2026-11-19 is not published, because 1 of its 3 records are bad (envelope: 1) and 0"
                + " of a million may be; look at file:");
    assertThat(place.files("dead")).hasSize(1);
    assertThat(branches()).isEmpty();
    assertThat(newest().state()).isEqualTo(RunState.FAILED);
    assertThat(newest().totals().count("records_rejected")).isEqualTo(1);
  }

  @Test
  @DisplayName("3: refuses a date whose records are all bad, whatever the limit")
  void refusesOnlyBadRecords() throws Exception {
    place.with(new JobText().with("bad_records_per_million", 1_000_000));
    place.file(Place.DATE, "a.json.gz", TestRecords.insert(1, TIME, ""));
    place.run(Place.DATE);
    place.file(Place.DATE, "a.json.gz", BAD, BAD);

    assertThat(place.run(Place.DATE)).isEqualTo(1);

    assertThat(place.rows("claims", "id")).containsExactly("{\"id\":1}");
  }

  @Test
  @DisplayName("4: names every file that is cut off or corrupt, and reads the others to the end")
  void namesUnreadableFiles() throws Exception {
    byte[] good = TestRecords.gzip(records(1, 200));
    byte[] wrongSum = TestRecords.gzip(records(201, 400));
    wrongSum[wrongSum.length - 8] ^= 1;
    byte[] cutOff = TestRecords.gzip(records(401, 2000));
    place.file(Place.DATE, "a.json.gz", good);
    place.file(Place.DATE, "b.json.gz", wrongSum);
    place.file(Place.DATE, "c.json.gz", java.util.Arrays.copyOf(cutOff, cutOff.length / 2));
    place.file(Place.DATE, "d.json.gz", "no gzip".getBytes(UTF_8));

    assertThat(place.run(Place.DATE)).isEqualTo(1);

    assertThat(failure().reason()).isEqualTo("file-unreadable");
    assertThat(failure().getMessage())
        .contains("3 of its files", "b.json.gz", "c.json.gz", "d.json.gz")
        .doesNotContain("a.json.gz");
    assertThat(place.rows("claims", "count(*)")).containsExactly("0");
    List<String> letters =
        place.files("dead").stream().flatMap(it -> place.gunzip(it).stream()).sorted().toList();
    assertThat(letters).hasSize(3);
    assertThat(letters.get(0))
        .matches(
            "\\{\"reason\":\"file-unreadable\",\"file\":\"ucfs/2026/11/18/core/claim/b.json.gz\","
                + "\"line\":1?[0-9]?[0-9],\"bytes\":%d}".formatted(wrongSum.length));
  }

  @Test
  @DisplayName("4: takes the lines before the fault where unreadable files are allowed")
  void takesTheLinesBeforeTheFault() throws Exception {
    place.with(new JobText().with("unreadable_files", 1));
    byte[] cutOff = TestRecords.gzip(records(1, 2000));
    place.file(Place.DATE, "a.json.gz", java.util.Arrays.copyOf(cutOff, cutOff.length / 2));

    assertThat(place.run(Place.DATE)).isZero();

    long rows = place.last().totals().count("records_written");
    assertThat(rows).isBetween(100L, 1999L);
    assertThat(place.rows("claims", "count(*)", "max(id)"))
        .first()
        .asString()
        .startsWith(rows + "|");
  }

  @Test
  @DisplayName("8: refuses a file with fewer lines than its name says")
  void refusesAnIncompleteFile() throws Exception {
    place.with(new JobText().with("file_name_offsets", true));
    place.file(Place.DATE, "core.claim_3_10-11.json.gz", TestRecords.gzip(records(1, 2)));
    assertThat(place.run(Place.DATE)).isZero();
    place.file(Place.DATE, "core.claim_4_10-19.json.gz", TestRecords.gzip(records(3, 4)));

    assertThat(place.run(Place.DATE)).isEqualTo(1);

    assertThat(failure().getMessage())
        .contains("core.claim_4_10-19.json.gz' (file-incomplete after line 2)");
    assertThat(place.rows("claims", "count(*)")).containsExactly("2");
  }

  @Test
  @DisplayName("14: finds nothing new the second time; with force it gives the same rows")
  void findsNothingNew() throws Exception {
    place.file(Place.DATE, "a.json.gz", TestRecords.gzip(records(1, 10)));
    place.run(Place.DATE);
    List<String> before = place.rows("claims", "*");
    long snapshot = place.last().snapshots().get("claims");

    assertThat(place.run(Place.DATE)).isZero();
    assertThat(place.last().state()).isEqualTo(RunState.NOTHING_NEW);
    assertThat(place.context().warehouse().snapshot("claims")).contains(snapshot);

    assertThat(place.runAgain(Place.DATE)).isZero();
    assertThat(place.last().state()).isEqualTo(RunState.COMPLETED);
    assertThat(place.rows("claims", "*")).isEqualTo(before);
  }

  @Test
  @DisplayName("18: reads yesterday again when a file of it came late, and only yesterday")
  void catchesUp() throws Exception {
    place.with(new JobText().with("catch_up_days", 3));
    LocalDate today = Place.DATE.plusDays(1);
    place.file(Place.DATE.minusDays(1), "a.json.gz", TestRecords.insert(1, TIME, ""));
    place.file(Place.DATE, "a.json.gz", TestRecords.insert(2, TIME, ""));
    place.run(Place.DATE);
    place.file(Place.DATE, "late.json.gz", TestRecords.insert(3, TIME, ""));
    place.file(today, "a.json.gz", TestRecords.insert(4, TIME, ""));
    place.ended().clear();

    assertThat(place.run(today)).isZero();

    assertThat(place.ended()).extracting(RunRecord::exportDate).containsExactly(Place.DATE, today);
    assertThat(place.ended().get(0).totals().count("late_files")).isEqualTo(1);
    assertThat(place.rows("claims", "export_date", "id"))
        .containsExactly(
            "2026-11-18|{\"id\":1}",
            "2026-11-19|{\"id\":2}",
            "2026-11-19|{\"id\":3}",
            "2026-11-20|{\"id\":4}");
  }

  @Test
  @DisplayName("18: does not read a date again that fails by its contents, until they change")
  void doesNotCatchUpWithTheSameBadFiles() throws Exception {
    place.with(new JobText().with("catch_up_days", 3));
    LocalDate today = Place.DATE.plusDays(1);
    place.file(Place.DATE, "a.json.gz", BAD);
    place.file(today, "a.json.gz", TestRecords.insert(4, TIME, ""));
    place.run(Place.DATE);

    assertThat(place.run(today)).isZero();

    assertThat(place.failures()).hasSize(1);
  }

  @Test
  @DisplayName("20: empties a date whose files are there and empty; without files it fails")
  void emptiesADate() throws Exception {
    Path file = place.file(Place.DATE, "a.json.gz", TestRecords.insert(1, TIME, ""));
    place.run(Place.DATE);
    Files.delete(file);

    assertThat(place.runAgain(Place.DATE)).isEqualTo(3);
    assertThat(failure().reason()).isEqualTo("no-source-files");
    assertThat(place.rows("claims", "id")).containsExactly("{\"id\":1}");

    place.file(Place.DATE, "a.json.gz", new byte[0]);
    place.file(Place.DATE, "b.json.gz", TestRecords.gzip(List.of()));
    assertThat(place.runAgain(Place.DATE)).isZero();
    assertThat(place.rows("claims", "id")).isEmpty();
  }

  private List<String> branches() throws Exception {
    return place
        .context()
        .spark()
        .sql("select name from " + place.context().warehouse().sqlName("claims") + ".refs")
        .collectAsList()
        .stream()
        .map(it -> it.getString(0))
        .filter(it -> !it.equals("main"))
        .toList();
  }

  private RunRecord newest() throws Exception {
    return place.context().log().newest(Place.DATE).orElseThrow();
  }

  private IngestionException failure() {
    return place.failures().get(place.failures().size() - 1);
  }

  private static List<String> records(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(it -> TestRecords.insert(it, TIME, ""))
        .toList();
  }
}
