package io.exportctl.collection.ingestion.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.collection.ingestion.JobText;
import io.exportctl.collection.ingestion.Place;
import io.exportctl.collection.ingestion.TestRecords;
import io.exportctl.collection.ingestion.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {

  private static final String TIME = "2026-11-18T10:00:00.000Z";
  private static final String LATER = "2026-11-18T11:00:00.000Z";
  private static final LocalDate NEXT = Place.DATE.plusDays(1);

  @TempDir private Path folder;
  private Place place;

  @BeforeEach
  void place() throws Exception {
    place = new Place(folder);
  }

  @Test
  @DisplayName("21: leaves no byte of an erased id in any file, and keeps it away from later files")
  void erases() throws Exception {
    place.with(
        new JobText()
            .with("table", "latest")
            .with("redacted", true)
            .with("json_lines", true)
            .withColumn("name", "name", "string", false));
    place.file(
        Place.DATE,
        "a.json.gz",
        TestRecords.insert(4711, TIME, ""),
        TestRecords.insert(2, TIME, ""));
    place.file(
        NEXT, "a.json.gz", TestRecords.insert(4711, LATER, ""), TestRecords.insert(3, TIME, ""));
    place.run(Place.DATE);
    place.run(NEXT);
    assertThat(filesWith("4711")).isNotEmpty();

    long records =
        new Erasure(place.context().warehouse(), place.context().store(), place.job())
            .erase(List.of("{\"id\":4711}"), "erasure-1", Instant.parse("2026-11-21T00:00:00Z"));

    assertThat(records).isEqualTo(2);
    assertThat(filesWith("4711")).isEmpty();
    for (String table : List.of("claims", "claims_changes", "claims_redacted")) {
      assertThat(place.rows(table, "id")).containsExactly("{\"id\":2}", "{\"id\":3}");
    }

    assertThat(place.runAgain(NEXT)).isZero();
    assertThat(place.last().totals().count("erased_dropped")).isEqualTo(1);
    assertThat(filesWith("4711")).isEmpty();
    assertThat(place.rows("claims", "id")).containsExactly("{\"id\":2}", "{\"id\":3}");
  }

  @Test
  void notesAnIdOnce() throws Exception {
    place.file(Place.DATE, "a.json.gz", TestRecords.insert(1, TIME, ""));
    place.run(Place.DATE);
    for (int round = 0; round < 2; round++) {
      new Erasure(place.context().warehouse(), place.context().store(), place.job())
          .erase(List.of("{\"id\":1}", "it's $1 \ud83d\ude00"), "erasure-1", Instant.EPOCH);
    }

    assertThat(place.rows("claims_erased", "count(*)")).containsExactly("2");
    assertThat(place.rows("claims", "*")).isEmpty();
  }

  /** Returns files of tables and JSON lines that hold a text, compressed or not. */
  private List<String> filesWith(String text) throws IOException {
    List<String> found = new ArrayList<>();
    List<String> files = new ArrayList<>(place.files("tables"));
    files.addAll(place.files("json_lines"));
    for (String file : files) {
      if (contents(file).contains(text)) {
        found.add(file);
      }
    }
    return found;
  }

  private String contents(String file) throws IOException {
    Path path = place.warehouse().resolve(file);
    if (file.endsWith(".parquet")) {
      return TestSpark.session().read().parquet(path.toString()).collectAsList().toString();
    }
    if (file.endsWith(".avro")) {
      // Manifests are compressed, and Spark has a reader for no other form of them.
      return avro(path);
    }
    return file.endsWith(".gz")
        ? place.gunzip(file).toString()
        : new String(Files.readAllBytes(path), ISO_8859_1);
  }

  private static String avro(Path path) throws IOException {
    StringBuilder text = new StringBuilder();
    try (var reader =
        new org.apache.avro.file.DataFileReader<Object>(
            path.toFile(), new org.apache.avro.generic.GenericDatumReader<>())) {
      while (reader.hasNext()) {
        Object record = reader.next();
        text.append(record);
        // Bounds are bytes, which print as numbers.
        appendBytes(record, text);
      }
    }
    return text.toString();
  }

  private static void appendBytes(Object value, StringBuilder text) {
    if (value instanceof java.nio.ByteBuffer bytes) {
      text.append(ISO_8859_1.decode(bytes.duplicate()));
    } else if (value instanceof Iterable<?> items) {
      items.forEach(it -> appendBytes(it, text));
    } else if (value instanceof org.apache.avro.generic.GenericRecord record) {
      record.getSchema().getFields().forEach(it -> appendBytes(record.get(it.pos()), text));
    }
  }
}
