package io.exportctl.collection.ingestion.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.collection.ingestion.Place;
import io.exportctl.collection.ingestion.TestRecords;
import io.exportctl.collection.ingestion.TestSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagingTest {

  private static final LocalDate NEXT = Place.DATE.plusDays(1);

  @TempDir private Path folder;
  private Place place;

  @BeforeEach
  void place() throws Exception {
    place = new Place(folder);
    new TableLayout(place.context().warehouse(), place.job()).prepare();
  }

  @ParameterizedTest(name = "17: two staged dates are both there, the first published first: {0}")
  @ValueSource(booleans = {true, false})
  void publishesInEitherOrder(boolean inOrder) throws Exception {
    Staging first = staging(Place.DATE, "one");
    Staging second = staging(NEXT, "two");
    first.write(rows("a"));
    second.write(rows("b"));
    assertThat(place.rows("claims", "id")).isEmpty();

    (inOrder ? first : second).publish(Map.of());
    (inOrder ? second : first).publish(Map.of("exportctl.job", "1"));

    assertThat(place.rows("claims", "export_date", "id"))
        .containsExactly("2026-11-19|a", "2026-11-20|b");
    assertThat(first.isPublished()).isTrue();
    assertThat(staging(NEXT, "three").isPublished()).isFalse();
  }

  @Test
  @DisplayName("17: publishes after a maintenance that committed between")
  void publishesAfterMaintenance() throws Exception {
    Staging before = staging(Place.DATE, "one");
    before.write(rows("a"));
    before.publish(Map.of());
    before.drop();
    Staging staged = staging(NEXT, "two");
    staged.write(rows("b"));

    new Maintenance(place.context().warehouse(), place.context().store(), place.job())
        .maintain(Set.of(Staging.branch("two")), Instant.now().minusSeconds(1));
    staged.publish(Map.of());

    assertThat(place.rows("claims", "id")).containsExactly("a", "b");
  }

  @Test
  void replacesOnlyTheRowsOfItsDate() throws Exception {
    for (String id : List.of("a", "b")) {
      Staging staging = staging(Place.DATE, "run-" + id);
      staging.write(rows(id));
      staging.publish(Map.of());
      Staging other = staging(NEXT, "other-" + id);
      other.write(rows("same"));
      other.publish(Map.of());
    }

    assertThat(place.rows("claims", "export_date", "id"))
        .containsExactly("2026-11-19|b", "2026-11-20|same");
  }

  @Test
  void publishesNoRows() throws Exception {
    Staging full = staging(Place.DATE, "one");
    full.write(rows("a"));
    full.publish(Map.of());

    Staging empty = staging(Place.DATE, "two");
    empty.write(rows("a").where("id is null"));
    empty.publish(Map.of());

    assertThat(place.rows("claims", "id")).isEmpty();
  }

  @Test
  void maintenanceRemovesDeadBranchesAndOldFiles() throws Exception {
    place.file(Place.DATE, "a.json.gz", TestRecords.insert(1, "2026-11-18T10:00:00.000Z", ""));
    place.run(Place.DATE);
    place.runAgain(Place.DATE);
    staging(NEXT, "dead").write(rows("x"));
    long files = place.files("tables/collections/claims/data").size();

    Map<String, Long> removed =
        new Maintenance(place.context().warehouse(), place.context().store(), place.job())
            .maintain(Set.of(), Instant.now().plusSeconds(40L * 24 * 3600));

    assertThat(removed).containsEntry("branches", 1L).containsEntry("data files", files - 1);
    assertThat(place.files("tables/collections/claims/data")).hasSize(1);
    assertThat(place.rows("claims", "id")).containsExactly("{\"id\":1}");
  }

  private Staging staging(LocalDate date, String run) throws Exception {
    return new Staging(place.context().warehouse(), "claims", date, run);
  }

  private static Dataset<Row> rows(String id) {
    return TestSpark.session()
        .sql(
            "select '"
                + id
                + "' as id, 'INSERT' as operation, '{}' as value, now() as last_modified");
  }
}
