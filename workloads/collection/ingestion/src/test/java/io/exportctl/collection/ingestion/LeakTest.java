package io.exportctl.collection.ingestion;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.collection.ingestion.config.IngestionException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks for decrypted text, keys and ids where none may be, after every fault of a record. */
class LeakTest {

  private static final String PLAIN = "Quetzalcoatlus";
  private static final String ID = "Xiphactinus";

  private static final List<String> FAULTS =
      List.of(
          "not json Quetzalcoatlus",
          "{\"Quetzalcoatlus\": \"Quetzalcoatlus",
          "[\"Quetzalcoatlus\"]",
          "{\"n\":1e400,\"a\":\"Quetzalcoatlus\"}",
          "{\"_lastModifiedDateTime\":\"Quetzalcoatlus\"}",
          "{\"createdDateTime\":{\"$date\":\"Quetzalcoatlus\"}}",
          "{\"a\":\"Quetzalcoatlus\n\"}",
          "{\"amount\":\"Quetzalcoatlus\",\"status\":\"Quetzalcoatlus\"}",
          "{\"a\":\"Quetzalcoatlus\"}");

  @TempDir private Path folder;

  @Test
  void leavesNothingInLogsLettersRecordsOrEvents() throws Exception {
    for (int limit : new int[] {0, 1_000_000}) {
      Place place = new Place(folder.resolve("limit-" + limit));
      place.with(
          new JobText()
              .with("table", "latest")
              .with("redacted", true)
              .with("unreadable_files", 1)
              .with("bad_records_per_million", limit)
              .withColumn("amount", "amount", "integer", false)
              .withColumn("status", "status", "string", true));
      place.file(Place.DATE, "a.json.gz", TestRecords.gzip(lines()));
      byte[] cut = TestRecords.gzip(lines());
      place.file(Place.DATE, "b.json.gz", Arrays.copyOf(cut, cut.length - 20));

      assertThat(place.run(Place.DATE)).isEqualTo(limit == 0 ? 1 : 0);

      if (limit > 0) {
        assertThat(place.rows("claims", "value").toString()).contains(PLAIN);
      }
      for (String file : place.files("dead")) {
        // A letter has the record as it came, with its id.
        assertClean(file, String.join("\n", place.gunzip(file)).replace(ID, ""));
      }
      for (String file : place.files("runs")) {
        assertClean(file, Files.readString(place.warehouse().resolve(file)));
      }
      for (IngestionException failure : place.failures()) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertClean("failure", trace.toString());
      }
    }
    assertClean("log", Files.readString(Path.of("target", "spark.log"), ISO_8859_1));
    for (Path events : events()) {
      assertClean("events", Files.readString(events, ISO_8859_1));
    }
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String fault : FAULTS) {
      lines.add(TestRecords.line("core", "claim", "\"" + ID + "\"", TestRecords.key(), fault));
    }
    TestRecords.Key other =
        new TestRecords.Key(TestRecords.SEALED_KEY, "x", "fedcba9876543210".getBytes(UTF_8));
    lines.add(TestRecords.line("core", "claim", "\"" + ID + "\"", other, FAULTS.get(8)));
    TestRecords.Key unknown =
        new TestRecords.Key("dW5rbm93bg==", "x", "fedcba9876543210".getBytes(UTF_8));
    lines.add(TestRecords.line("core", "claim", "\"" + ID + "\"", unknown, FAULTS.get(8)));
    lines.add(TestRecords.line("core", "claim", "null", TestRecords.key(), FAULTS.get(8)));
    lines.add(
        TestRecords.line("other", "claim", "\"" + ID + "\"", TestRecords.key(), FAULTS.get(8)));
    return lines;
  }

  private static void assertClean(String name, String text) {
    String key = new String(TestRecords.key().bytes(), UTF_8);
    assertThat(text)
        .as(name)
        .doesNotContain(PLAIN)
        .doesNotContain(ID)
        .doesNotContain(key)
        .doesNotContain(Base64.getEncoder().encodeToString(TestRecords.key().bytes()));
  }

  private static List<Path> events() throws IOException {
    try (Stream<Path> files = Files.walk(TestSpark.EVENTS)) {
      return files
          .filter(Files::isRegularFile)
          .filter(it -> !it.toString().endsWith(".crc"))
          .toList();
    }
  }
}
