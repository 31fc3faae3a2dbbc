package io.exportctl.collection.ingestion.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.collection.ingestion.JobText;
import io.exportctl.collection.ingestion.Place;
import io.exportctl.collection.ingestion.TestRecords;
import io.exportctl.collection.ingestion.config.Json;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {

  private static final String EARLY = "2026-11-01T10:00:00.000Z";
  private static final String LATE = "2026-11-02T10:00:00.000Z";

  @TempDir private Path folder;
  private Place place;

  @BeforeEach
  void place() throws Exception {
    place = new Place(folder);
  }

  /**
   * Each id has four records, and its own order of them over four dates, so that one sequence of
   * merges has all 24 orders.
   */
  @ParameterizedTest(name = "19: gives the same row in all 24 orders of four records: {0}")
  @CsvSource({
    "deletes, DELETE|2026-11-01T10:00:00Z|Person",
    "newest, INSERT|2026-11-02T10:00:00Z|Person"
  })
  void doesNotDependOnTheOrder(String prefer, String expected) throws Exception {
    place.with(job().with("prefer", prefer));
    List<List<Integer>> orders = orders(4);
    for (int day = 0; day < 4; day++) {
      List<String> lines = new ArrayList<>();
      for (int id = 0; id < orders.size(); id++) {
        lines.add(record(id, orders.get(id).get(day)));
      }
      place.file(Place.DATE.plusDays(day), "a.json.gz", TestRecords.gzip(lines));
      assertThat(place.run(Place.DATE.plusDays(day))).isZero();
    }
    // The first date comes twice, as it does when it is run again.
    assertThat(place.runAgain(Place.DATE)).isZero();

    List<String> rows =
        place.rows(
            "claims",
            "operation",
            "last_modified",
            "substring(get_json_object(value, '$.name'), 1, 6) as name",
            "get_json_object(value, '$.mark') as mark");
    assertThat(rows)
        .hasSize(24)
        .containsOnly(expected + (prefer.equals("newest") ? "|b" : "|null"));
    assertThat(place.rows("claims", "count(distinct id)")).containsExactly("24");
    assertThat(place.rows("claims_changes", "count(*)")).containsExactly("96");
  }

  /** An insert, a later one twice with different contents, and a delete between. */
  private static String record(int id, int number) {
    return switch (number) {
      case 0 -> TestRecords.insert(id, EARLY, "");
      case 1 -> TestRecords.insert(id, LATE, ",\"mark\":\"a\"");
      case 2 -> TestRecords.insert(id, LATE, ",\"mark\":\"b\"");
      default -> TestRecords.delete(id, EARLY);
    };
  }

  @Test
  @DisplayName("19: keeps a deleted id as a row, so that an older record does not bring it back")
  void keepsDeletedIds() throws Exception {
    place.with(job());
    run(Place.DATE, TestRecords.delete(1, LATE));

    run(Place.DATE.plusDays(1), TestRecords.insert(1, EARLY, ""));

    assertThat(place.rows("claims", "operation", "export_date"))
        .containsExactly("DELETE|2026-11-19");
  }

  @Test
  void rebuildsFromAllRecords() throws Exception {
    place.with(job().with("redacted", true));
    run(Place.DATE, TestRecords.insert(1, LATE, ""), TestRecords.insert(2, LATE, ""));
    run(Place.DATE, TestRecords.insert(1, EARLY, ""));
    assertThat(place.rows("claims", "id", "last_modified")).hasSize(2);

    new io.exportctl.collection.ingestion.run.Runs(place.context(), () -> "1").rebuild();

    assertThat(place.rows("claims", "id", "last_modified"))
        .containsExactly("{\"id\":1}|2026-11-01T10:00:00Z");
    assertThat(place.rows("claims_redacted", "id", "last_modified"))
        .containsExactly("{\"id\":1}|2026-11-01T10:00:00Z");
  }

  @Test
  void copiesOnlyWinningRowsWithoutSensitiveColumns() throws Exception {
    place.with(
        job()
            .with("redacted", true)
            .withColumn("status", "status", "string", false)
            .withColumn("name", "name", "string", true));
    run(Place.DATE, TestRecords.insert(1, EARLY, ",\"status\":\"old\""));

    run(Place.DATE.plusDays(1), TestRecords.insert(1, LATE, ",\"status\":\"new\""));

    assertThat(place.rows("claims_redacted", "*"))
        .containsExactly("{\"id\":1}|INSERT|2026-11-02T10:00:00Z|2026-11-20|new");
    assertThat(place.context().warehouse().read("claims_redacted").columns())
        .containsExactly("id", "operation", "last_modified", "export_date", "status");
  }

  @Test
  void changesTheNumberOfBuckets() throws Exception {
    place.with(job());
    run(Place.DATE, TestRecords.insert(1, EARLY, ""));

    place.with(job().with("buckets", 4));
    run(Place.DATE.plusDays(1), TestRecords.insert(1, LATE, ""), TestRecords.insert(2, LATE, ""));

    assertThat(place.context().warehouse().load("claims").spec().toString()).contains("bucket[4]");
    assertThat(place.rows("claims", "id", "last_modified"))
        .containsExactly("{\"id\":1}|2026-11-02T10:00:00Z", "{\"id\":2}|2026-11-02T10:00:00Z");
  }

  @Test
  @DisplayName("26: keeps hostile ids and texts apart, and changes them only as the rules say")
  void keepsHostileIds() throws Exception {
    place.with(job());
    List<String> ids =
        List.of(
            "'; drop table claims; --",
            "\"",
            "\\\\",
            "../../x",
            "${jndi:ldap://x}",
            "a\u0000b",
            "\u202e\ud83d\ude00",
            "id bucket");
    List<String> lines = new ArrayList<>();
    for (String id : ids) {
      String json = Json.line(id);
      lines.add(
          TestRecords.line(
              "core",
              "claim",
              json,
              TestRecords.key(),
              "{\"_id\":%s,\"x\":%s}".formatted(json, json)));
    }
    String[] all = lines.toArray(String[]::new);

    run(Place.DATE, all);
    run(Place.DATE.plusDays(1), all);

    assertThat(place.rows("claims", "id")).containsExactlyInAnyOrderElementsOf(ids);
    List<String> sanitised =
        ids.stream().map(id -> id.replace("$", "d_").replace("\u0000", "")).toList();
    assertThat(place.rows("claims", "get_json_object(value, '$.x')"))
        .containsExactlyInAnyOrderElementsOf(sanitised);
  }

  private static JobText job() {
    return new JobText().with("table", "latest");
  }

  private void run(LocalDate date, String... lines) throws Exception {
    place.file(date, "a.json.gz", lines);
    assertThat(place.runAgain(date)).isZero();
  }

  private static List<List<Integer>> orders(int size) {
    if (size == 0) {
      return List.of(List.of());
    }
    return orders(size - 1).stream()
        .flatMap(
            shorter ->
                IntStream.rangeClosed(0, shorter.size())
                    .mapToObj(
                        place -> {
                          List<Integer> order = new ArrayList<>(shorter);
                          order.add(place, size - 1);
                          return order;
                        }))
        .toList();
  }
}
