package io.exportctl.landing.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.s3.FaultS3;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Tests the deletion of old history and of left-over files. */
class RetentionTest {

  private static final String FIRST = "20260801010000Z";
  private static final String SECOND = "20260802010000Z";
  private static final String THIRD = "20260803010000Z";
  private static final String FOURTH = "20260804010000Z";
  private static final Column ID = Sender.column("id", ColumnType.INTEGER);
  private static final Column TEXT = Sender.column("id", ColumnType.TEXT);
  private static final Instant ARRIVAL = Instant.parse("2026-08-04T02:00:00Z");

  /** Thirty days after the second extraction: only the first is older. */
  private static final Instant LATER = Instant.parse("2026-09-01T01:00:00Z");

  /** Name of the table with which the type of the column ended. */
  private static final String PUT_ASIDE = "note_until_20260803010000z";

  @TempDir Path folder;

  private final FaultS3 s3 = Platform.s3().at(InstantSource.fixed(ARRIVAL));
  private final MemoryCatalogue catalogue = new MemoryCatalogue();
  private Platform platform;

  @BeforeEach
  void start() {
    platform = platform(s3, catalogue);
  }

  @Test
  void deletesPartitionsFirstAndTheirFilesOneSweepLater() throws Exception {
    load(platform, FIRST, ID, "1");
    load(platform, SECOND, ID, "2");
    load(platform, THIRD, ID, "3");

    assertThat(platform.deleteOld(LATER)).isEqualTo(new Retention.Deleted(1, 0, 3));
    assertThat(platform.history("note")).containsOnlyKeys(SECOND, THIRD);
    assertThat(platform.files()).containsExactly(file(FIRST), file(SECOND), file(THIRD));

    assertThat(platform.deleteOld(LATER)).isEqualTo(new Retention.Deleted(0, 0, 1));
    assertThat(platform.files()).containsExactly(file(SECOND), file(THIRD));
    assertThat(platform.deleteOld(LATER)).isEqualTo(new Retention.Deleted(0, 0, 0));
  }

  @Test
  void keepsTheNewestPublishedExtractionForEver() throws Exception {
    load(platform, FIRST, ID, "1");
    load(platform, SECOND, ID, "2");
    load(platform, THIRD, ID, "\"refused\"");
    Instant years = LATER.plus(Duration.ofDays(2_000));
    platform.deleteOld(years);
    platform.deleteOld(years);

    assertThat(platform.newest("note")).containsExactly(Map.of("id", "2"));
    assertThat(platform.history("note"))
        .containsExactly(Map.entry(SECOND, List.of(Map.of("id", "2"))));
    assertThat(platform.files()).containsExactly(file(SECOND));
  }

  /** The lifecycle rule of the landing bucket deletes verdicts, too. */
  @Test
  void keepsTheNewestStateWhoseVerdictIsGone() throws Exception {
    load(platform, FIRST, ID, "1");
    load(platform, SECOND, ID, "2");
    emptyTheLandingBucket();
    Instant years = LATER.plus(Duration.ofDays(2_000));
    platform.deleteOld(years);
    platform.deleteOld(years);

    assertThat(platform.newest("note")).containsExactly(Map.of("id", "2"));
    assertThat(platform.history("note")).containsOnlyKeys(SECOND);
    assertThat(platform.files()).containsExactly(file(SECOND));
  }

  @Test
  void deletesATableThatWasPutAsideWithItsLastPartition() throws Exception {
    load(platform, FIRST, ID, "1");
    load(platform, SECOND, ID, "2");
    load(platform, THIRD, TEXT, "\"3\"");

    assertThat(platform.deleteOld(LATER)).isEqualTo(new Retention.Deleted(1, 0, 3));
    assertThat(platform.history(PUT_ASIDE)).containsOnlyKeys(SECOND);

    assertThat(platform.deleteOld(LATER.plus(Duration.ofDays(1))))
        .isEqualTo(new Retention.Deleted(1, 1, 1));
    assertThat(platform.tables()).containsOnlyKeys("notes_dev.note", "notes_dev_history.note");
    platform.deleteOld(LATER.plus(Duration.ofDays(1)));
    assertThat(platform.files()).containsExactly(file(THIRD));
  }

  @Test
  void deletesTheFilesOfRefusedExtractions() throws Exception {
    load(platform, FIRST, ID, "1");
    platform
        .sender(SECOND)
        .table("note", List.of(ID), "{\"id\":1}\n", "{\"id\":\"refused\"}\n")
        .send();
    platform.load(SECOND);
    assertThat(platform.files()).contains(file(SECOND), "notes_dev/_loading/20260802010000Z/00000");

    assertThat(platform.deleteOld(ARRIVAL.plus(Duration.ofMinutes(30))))
        .as("a step may still run")
        .isEqualTo(new Retention.Deleted(0, 0, 0));
    assertThat(platform.deleteOld(ARRIVAL.plus(Duration.ofMinutes(31))))
        .isEqualTo(new Retention.Deleted(0, 0, 3));
    assertThat(platform.files()).containsExactly(file(FIRST));
    assertThat(platform.newest("note")).containsExactly(Map.of("id", "1"));
  }

  @Test
  void touchesNothingOfAnExtractionThatIsLoading() throws Exception {
    platform.sender(FIRST).table("note", List.of(ID), "{\"id\":1}\n", "{\"id\":2}\n").send();
    platform.loader().part(FIRST, 0);

    assertThat(platform.deleteOld(LATER)).isEqualTo(new Retention.Deleted(0, 0, 0));
    platform.loader().part(FIRST, 1);
    assertThat(platform.newest("note")).containsExactly(Map.of("id", "1"), Map.of("id", "2"));
  }

  @Test
  @DisplayName("37: files stay when the catalog is deleted, until they are old")
  void keepsTheFilesOfACatalogueThatIsLost() throws Exception {
    load(platform, FIRST, ID, "1");
    load(platform, SECOND, ID, "2");
    Platform without = platform(s3, new MemoryCatalogue());
    Instant soon = ARRIVAL.plus(Duration.ofDays(1));

    assertThat(without.deleteOld(soon)).as("marks").isEqualTo(new Retention.Deleted(0, 0, 2));
    assertThat(without.files()).containsExactly(file(FIRST), file(SECOND));
    assertThat(platform.newest("note")).containsExactly(Map.of("id", "2"));

    without.deleteOld(LATER.plus(Duration.ofDays(2_000)));
    assertThat(without.files()).as("the newest stays").containsExactly(file(SECOND));
  }

  @Test
  void leavesFilesThatAreNotTheLoaders() throws Exception {
    load(platform, FIRST, ID, "1");
    S3Bucket curated = Platform.bucket(s3, FaultS3.TARGET);
    List<String> others =
        List.of(
            "notes_dev/readme.txt",
            "notes_dev/note/extraction_timestamp=2026/part-00000.parquet",
            "notes_dev_2/note/extraction_timestamp=20260101000000Z/part-00000.parquet");
    others.forEach(key -> curated.write(key, new byte[1]));
    platform.deleteOld(LATER);

    assertThat(platform.files()).containsAll(others);
  }

  @Test
  @DisplayName("16: nothing is deleted from a bucket of another account")
  void deletesNothingFromABucketOfAnotherAccount() throws Exception {
    load(platform, FIRST, ID, "1");
    s3.target.owner = "999999999999";

    assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> platform.deleteOld(LATER));
    s3.target.owner = Platform.ACCOUNT;
    assertThat(platform.files()).contains(file(FIRST));
  }

  /**
   * A reader of the catalog during a publication can see neither the old place of a partition nor
   * the new one.
   */
  @Test
  @DisplayName("34: a sweep that meets a table being put aside deletes no file of its history")
  void deletesNoFileOfATableThatIsPutAsideMeanwhile() throws Exception {
    for (int turn = 0; ; turn++) {
      FaultS3 bucket = Platform.s3().at(InstantSource.fixed(ARRIVAL));
      MemoryCatalogue shared = new MemoryCatalogue();
      Platform both = platform(bucket, shared);
      load(both, FIRST, ID, "1");
      load(both, SECOND, ID, "2");
      both.sender(THIRD).table("note", List.of(TEXT), "{\"id\":\"3\"}\n").send();
      int[] reads = {turn};
      shared.beforeRead =
          () -> {
            if (reads[0]-- == 0) {
              loadUnchecked(both, THIRD);
            }
          };
      Instant now = LATER.plus(Duration.ofDays(1));
      both.deleteOld(now);
      boolean met = both.verdict(THIRD).isPresent();
      shared.beforeRead = () -> {};

      assertThat(partitions(both).values())
          .as("met before read %d", turn)
          .allSatisfy(files -> assertThat(files).isNotEmpty());
      if (!met) {
        assertThat(turn).isGreaterThanOrEqualTo(4);
        return;
      }
    }
  }

  /** Ends the function before each of its calls, reads all tables, and sweeps again. */
  @Test
  @DisplayName("32: a sweep that is cut off before any call leaves every partition readable")
  void leavesEveryPartitionReadableWhenItIsCutAnywhere() throws Exception {
    fill(platform);
    Map<String, Map<String, String>> before = partitions(platform);
    Instant now = LATER.plus(Duration.ofDays(1));
    for (int cut = 0; ; cut++) {
      FaultS3 bucket = copy(s3);
      MemoryCatalogue interrupted = catalogue.copy();
      Platform cutPlatform = platform(bucket, interrupted);
      int[] calls = {cut};
      Runnable gate =
          () -> {
            if (calls[0]-- == 0) {
              throw new IllegalStateException("cut");
            }
          };
      bucket.gate = gate;
      interrupted.beforeRead = gate;
      interrupted.beforeWrite = gate;
      boolean wasCut = isCutInTwoSweeps(cutPlatform, now);
      calls[0] = -1;

      assertThat(before)
          .as("cut before call %d", cut)
          .containsAllEntriesOf(partitions(cutPlatform));
      cutPlatform.deleteOld(now);
      cutPlatform.deleteOld(now);
      assertThat(partitions(cutPlatform)).containsOnlyKeys("note " + THIRD);
      assertThat(cutPlatform.files())
          .containsExactly("notes_dev/_loading/20260804010000Z/00000", file(THIRD), file(FOURTH));
      if (!wasCut) {
        assertThat(cutPlatform.newest("note")).containsExactly(Map.of("id", "3"));
        assertThat(cut).isGreaterThan(25);
        return;
      }
    }
  }

  /** Old extractions, a table that was put aside, a refused extraction, and one that is loading. */
  private static void fill(Platform platform) throws Exception {
    platform
        .sender(FIRST)
        .table("note", List.of(ID), "{\"id\":1}\n")
        .table("gone", List.of(ID), "{\"id\":10}\n")
        .send();
    platform.load(FIRST);
    platform
        .sender("20260801020000Z")
        .table("note", List.of(ID), "{\"id\":1}\n", "{\"id\":\"refused\"}\n")
        .send();
    platform.load("20260801020000Z");
    load(platform, SECOND, ID, "2");
    load(platform, THIRD, TEXT, "\"3\"");
    platform.sender(FOURTH).table("note", List.of(ID), "{\"id\":4}\n", "{\"id\":5}\n").send();
    platform.loader().part(FOURTH, 0);
  }

  /** Files of each partition, and their ETags. */
  private static Map<String, Map<String, String>> partitions(Platform of) {
    Map<String, Map<String, String>> files = new TreeMap<>();
    for (String table : of.tables().keySet()) {
      if (table.startsWith("notes_dev_history.")) {
        String name = table.substring("notes_dev_history.".length());
        of.partitionFiles(name).forEach((timestamp, it) -> files.put(name + " " + timestamp, it));
      }
    }
    return files;
  }

  private static FaultS3 copy(FaultS3 from) throws Exception {
    FaultS3 to = Platform.s3().at(InstantSource.fixed(ARRIVAL));
    for (String name : List.of(FaultS3.EXPORT, FaultS3.TARGET)) {
      S3Bucket source = Platform.bucket(from, name);
      for (S3Object object : source.list("")) {
        byte[] content = source.read(object.key(), Integer.MAX_VALUE).orElseThrow();
        Platform.bucket(to, name).write(object.key(), content);
      }
    }
    return to;
  }

  private static boolean isCutInTwoSweeps(Platform platform, Instant now) throws Exception {
    try {
      platform.deleteOld(now);
      platform.deleteOld(now);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private static void load(Platform platform, String timestamp, Column column, String value)
      throws Exception {
    platform
        .sender(timestamp)
        .table("note", List.of(column), "{\"id\":%s}\n".formatted(value))
        .send();
    platform.load(timestamp);
  }

  private static void loadUnchecked(Platform platform, String timestamp) {
    try {
      platform.load(timestamp);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void emptyTheLandingBucket() {
    S3Bucket landing = Platform.bucket(s3, FaultS3.EXPORT);
    s3.export.deletesGuarded = false;
    landing.list("").forEach(it -> landing.delete(it.key()));
    assertThat(landing.list("")).isEmpty();
  }

  private static String file(String timestamp) {
    return "notes_dev/note/extraction_timestamp=%s/part-00000.parquet".formatted(timestamp);
  }

  private Platform platform(FaultS3 bucket, Catalogue tables) {
    return new Platform(
        bucket, FaultS3.EXPORT, FaultS3.TARGET, tables, folder, Platform.settings(false));
  }
}
