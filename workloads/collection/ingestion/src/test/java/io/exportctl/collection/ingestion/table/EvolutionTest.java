package io.exportctl.collection.ingestion.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.collection.ingestion.JobText;
import io.exportctl.collection.ingestion.Place;
import io.exportctl.collection.ingestion.TestRecords;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvolutionTest {

  private static final String TIME = "2026-11-18T10:00:00.000Z";
  private static final LocalDate NEXT = Place.DATE.plusDays(1);

  @TempDir private Path folder;
  private Place place;

  @BeforeEach
  void place() throws Exception {
    place = new Place(folder);
    place.file(Place.DATE, "a.json.gz", TestRecords.insert(1, TIME, ",\"amount\":12"));
    place.file(NEXT, "a.json.gz", TestRecords.insert(2, TIME, ",\"amount\":3000000000"));
  }

  @Test
  @DisplayName("22: adds a column, which is null in old rows until their date is read again")
  void addsAColumn() throws Exception {
    place.run(Place.DATE);

    place.with(new JobText().withColumn("amount", "amount", "bigint", false));
    place.run(NEXT);
    assertThat(place.rows("claims", "id", "amount"))
        .containsExactly("{\"id\":1}|null", "{\"id\":2}|3000000000");

    place.runAgain(Place.DATE);
    assertThat(place.rows("claims", "amount")).containsExactly("12", "3000000000");
  }

  @Test
  @DisplayName(
      "22: widens a type, and counts a value that does not fit as null with its JSON whole")
  void widensAType() throws Exception {
    place.with(new JobText().withColumn("amount", "amount", "integer", false));
    place.run(Place.DATE);
    place.run(NEXT);
    assertThat(place.last().totals().count("column_mismatches")).isEqualTo(1);
    assertThat(place.rows("claims", "amount", "get_json_object(value, '$.amount')"))
        .containsExactly("12|12", "null|3000000000");

    place.with(new JobText().withColumn("amount", "amount", "bigint", false));
    place.runAgain(NEXT);

    assertThat(place.rows("claims", "amount")).containsExactly("12", "3000000000");
  }

  @Test
  @DisplayName("22: refuses to narrow a type before a file is read, and names both types")
  void refusesToNarrow() throws Exception {
    place.with(new JobText().withColumn("amount", "amount", "bigint", false));
    place.run(Place.DATE);

    place.with(new JobText().withColumn("amount", "amount", "string", false));
    assertThat(place.run(NEXT)).isEqualTo(3);

    assertThat(place.failures().get(0))
        .hasMessage(
            "the column 'amount' of the table 'claims' is long and cannot become string; give the"
                + " new column another name");
    assertThat(place.files("dead")).isEmpty();
    assertThat(place.rows("claims", "id")).containsExactly("{\"id\":1}");
  }

  @Test
  @DisplayName("22: keeps a column that is no longer declared, null in new rows")
  void keepsADroppedColumn() throws Exception {
    place.with(new JobText().withColumn("amount", "amount", "bigint", false));
    place.run(Place.DATE);

    place.with(new JobText());
    assertThat(place.run(NEXT)).isZero();

    assertThat(place.rows("claims", "id", "amount"))
        .containsExactly("{\"id\":1}|12", "{\"id\":2}|null");
  }

  @Test
  void readsEveryTypeOfColumns() throws Exception {
    place.file(
        Place.DATE,
        "a.json.gz",
        TestRecords.insert(
            1,
            TIME,
            ",\"s\":\"x\",\"b\":true,\"i\":1,\"l\":2,\"f\":1.5,\"d\":12.34,"
                + "\"day\":\"2026-01-31\",\"t\":{\"$date\":\"2026-01-31T01:02:03.004Z\"}"));
    place.with(
        new JobText()
            .withColumn("c_string", "s", "string", false)
            .withColumn("c_boolean", "b", "boolean", false)
            .withColumn("c_integer", "i", "integer", false)
            .withColumn("c_bigint", "l", "bigint", false)
            .withColumn("c_double", "f", "double", false)
            .withColumn("c_decimal", "d", "decimal(18,2)", false)
            .withColumn("c_date", "day", "date", false)
            .withColumn("c_timestamp", "t", "timestamp", false)
            .withColumn("c_missing", "nowhere.at.all", "string", false));

    assertThat(place.run(Place.DATE)).isZero();

    assertThat(place.rows("claims", "*").get(0))
        .endsWith("|x|true|1|2|1.5|12.34|2026-01-31|2026-01-31T01:02:03.004Z|null");
  }

  @Test
  void refusesATableOfAnotherPurpose() throws Exception {
    place.run(Place.DATE);

    place.with(new JobText().with("table", "latest"));
    assertThat(place.run(NEXT)).isEqualTo(3);

    assertThat(place.failures().get(0))
        .hasMessage(
            "the table 'claims' is for 'records', not for 'latest'; give the dataset another name,"
                + " or drop the table");
  }
}
