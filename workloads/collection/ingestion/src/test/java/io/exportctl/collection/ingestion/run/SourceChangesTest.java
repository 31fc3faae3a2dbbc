package io.exportctl.collection.ingestion.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.collection.ingestion.Place;
import io.exportctl.collection.ingestion.TestRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceChangesTest {

  private static final String TIME = "2026-11-18T10:00:00.000Z";

  @TempDir private Path folder;
  private Place place;
  private Path vanishing;

  /** Work of whoever fills the bucket. */
  private interface Work {
    void run() throws IOException;
  }

  @BeforeEach
  void place() throws Exception {
    place = new Place(folder);
    place.file(Place.DATE, "a.json.gz", TestRecords.insert(1, TIME, ""));
    vanishing = place.file(Place.DATE, "b.json.gz", TestRecords.insert(2, TIME, ""));
  }

  @Test
  @DisplayName("6: reads the date again when a file is added while it is read")
  void readsAnAddedFile() throws Exception {
    times(1, RunStep.STAGED, () -> add("c.json.gz", 3));

    assertThat(place.run(Place.DATE)).isZero();

    assertThat(place.rows("claims", "id"))
        .containsExactly("{\"id\":1}", "{\"id\":2}", "{\"id\":3}");
    assertThat(place.last().totals().count("records_read")).isEqualTo(3);
  }

  @Test
  @DisplayName("6: reads the date again when a file vanishes before it is opened")
  void goesOnWithoutAVanishedFile() throws Exception {
    times(1, RunStep.STARTED, () -> Files.delete(vanishing));

    assertThat(place.run(Place.DATE)).isZero();

    assertThat(place.rows("claims", "id")).containsExactly("{\"id\":1}");
    assertThat(place.files("dead")).isEmpty();
  }

  @Test
  @DisplayName("6: gives up when a file grows three times while it is read")
  void givesUpOnAGrowingFile() throws Exception {
    AtomicInteger round = new AtomicInteger(10);
    times(
        3,
        RunStep.STAGED,
        () -> Files.write(vanishing, TestRecords.gzip(records(round.incrementAndGet()))));

    assertThat(place.run(Place.DATE)).isEqualTo(3);

    assertThat(place.failures().get(0).reason()).isEqualTo("source-changing");
    assertThat(place.failures().get(0))
        .hasMessage(
            "the files of 2026-11-19 changed 3 times while they were read; run it again when they"
                + " have arrived");
    assertThat(place.rows("claims", "id")).isEmpty();
  }

  @Test
  void failsIfAFileCannotBeReadButIsThere() throws Exception {
    FlakyFileSystem.register();
    FlakyFileSystem.failReads("b.json.gz", 100, 0);
    place.withSource(FlakyFileSystem.SCHEME);

    assertThat(place.run(Place.DATE)).isEqualTo(3);

    assertThat(place.failures().get(0))
        .hasMessage(
            "the source's file 'ucfs/2026/11/18/core/claim/b.json.gz' cannot be read"
                + " (IOException); run it again when it can be read");
    assertThat(place.files("dead")).isEmpty();
  }

  @Test
  @DisplayName(
      "16: counts the records of a task that is tried again once, and its dead letters once")
  void countsATaskThatIsTriedAgainOnce() throws Exception {
    FlakyFileSystem.register();
    List<String> lines = new java.util.ArrayList<>(records(1000));
    lines.add(5, "{\"message\":{}}");
    place.file(Place.DATE, "b.json.gz", TestRecords.gzip(lines));
    FlakyFileSystem.failReads("b.json.gz", 2, 70_000);
    place.withSource(FlakyFileSystem.SCHEME);
    place.with(
        new io.exportctl.collection.ingestion.JobText().with("bad_records_per_million", 10_000));

    assertThat(place.run(Place.DATE)).isZero();

    assertThat(FlakyFileSystem.failures()).isEqualTo(2);
    assertThat(place.rows("claims", "count(*)", "count(distinct value)"))
        .containsExactly("1001|1000");
    assertThat(place.last().totals().count("records_read")).isEqualTo(1002);
    assertThat(place.last().totals().count("records_rejected")).isEqualTo(1);
    assertThat(place.files("dead")).singleElement().asString().endsWith("-2.json.gz");
    assertThat(place.gunzip(place.files("dead").get(0))).hasSize(1);
  }

  private void times(int times, RunStep step, Work work) {
    AtomicInteger left = new AtomicInteger(times);
    place.with(
        (date, reached) -> {
          if (reached == step && left.getAndDecrement() > 0) {
            try {
              work.run();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });
  }

  private void add(String name, int id) throws IOException {
    place.file(Place.DATE, name, TestRecords.insert(id, TIME, ""));
  }

  /** Records that zip badly, and of which the first is that of the other file. */
  private static List<String> records(int count) {
    java.util.Random random = new java.util.Random(1);
    return java.util.stream.IntStream.rangeClosed(1, count)
        .mapToObj(
            it ->
                TestRecords.insert(
                    it, TIME, it == 1 ? "" : ",\"noise\":\"" + random.nextLong() + "\""))
        .toList();
  }
}
