package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.landing.format.Compression;
import io.exportctl.landing.format.Encoding;
import io.exportctl.landing.format.Keys;
import io.exportctl.landing.format.Manifest;
import io.exportctl.landing.format.ManifestReader;
import io.exportctl.landing.format.ManifestWriter;
import io.exportctl.landing.format.Part;
import io.exportctl.landing.format.Table;
import io.exportctl.s3.FaultS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the way of an extraction from its manifest to the tables, or to its refusal. */
class LoaderTest {

  private static final String FIRST = "20260801010000Z";
  private static final String SECOND = "20260802010000Z";
  private static final String THIRD = "20260803010000Z";
  private static final Column ID = Sender.column("id", ColumnType.INTEGER);
  private static final Column TEXT = Sender.column("text", ColumnType.TEXT);

  private final FaultS3 s3 = Platform.s3();
  private final MemoryCatalogue catalogue = new MemoryCatalogue();

  @TempDir Path folder;

  private Platform platform;

  @BeforeEach
  void start() {
    platform = platform(false);
  }

  @Test
  void publishesTheNewestStateAndTheHistory() throws Exception {
    platform
        .sender(FIRST)
        .table(
            "note", List.of(ID, TEXT), "{\"id\":1,\"text\":\"a\"}\n", "{\"id\":2,\"text\":null}\n")
        .table("empty", List.of(ID))
        .send();

    assertThat(platform.load(FIRST))
        .isEqualTo(
            "{\"status\":\"published\",\"reasons\":[],\"tables\":2,\"rows\":2,\"nulled\":[],\"schemaChanges\":[]}");

    platform.sender(SECOND).table("note", List.of(ID, TEXT), "{\"id\":3,\"text\":\"b\"}\n").send();
    platform.load(SECOND);

    assertThat(platform.tables())
        .containsExactly(
            Map.entry("notes_dev.note", "id int, text string"),
            Map.entry("notes_dev_history.empty", "id int"),
            Map.entry("notes_dev_history.note", "id int, text string"));
    assertThat(platform.newest("note")).containsExactly(Map.of("id", "3", "text", "b"));
    assertThat(platform.history("note"))
        .containsExactly(
            Map.entry(
                FIRST, List.of(Map.of("id", "1", "text", "a"), Map.of("id", "2", "text", "NULL"))),
            Map.entry(SECOND, List.of(Map.of("id", "3", "text", "b"))));
    assertThat(platform.history("empty")).containsExactly(Map.entry(FIRST, List.of()));
  }

  @Test
  @DisplayName("31: part messages in any order and twice publish once")
  void publishesNothingBeforeTheLastPart() throws Exception {
    platform.sender(FIRST).table("note", List.of(ID), "{\"id\":1}\n", "{\"id\":2}\n").send();
    Loader loader = platform.loader();

    assertThat(loader.arrived(FIRST).parts()).isEqualTo(2);
    loader.part(FIRST, 1);
    loader.part(FIRST, 1);

    assertThat(platform.tables()).isEmpty();
    assertThat(platform.verdict(FIRST)).isEmpty();

    loader.part(FIRST, 0);

    assertThat(platform.newest("note")).containsExactly(Map.of("id", "1"), Map.of("id", "2"));
  }

  @Test
  @DisplayName("31: an event that comes twice does nothing")
  void doesNothingForAnExtractionWithAVerdict() throws Exception {
    platform.sender(FIRST).table("note", List.of(ID), "{\"id\":1}\n").send();
    platform.load(FIRST);
    catalogue.beforeWrite =
        () -> {
          throw new AssertionError("the catalog was written");
        };

    assertThat(platform.loader().arrived(FIRST)).isEqualTo(Loader.Step.NOTHING);
    assertThat(platform.loader().part(FIRST, 0)).isEqualTo(Loader.Step.NOTHING);
  }

  @Test
  @DisplayName("33: an older extraction that finishes later joins the history only")
  void keepsTheNewerStateWhenAnOlderExtractionFinishesLater() throws Exception {
    platform
        .sender(FIRST)
        .table("note", List.of(ID), "{\"id\":1}\n")
        .table("old", List.of(ID))
        .send();
    platform.sender(SECOND).table("note", List.of(ID), "{\"id\":2}\n").send();

    platform.load(SECOND);
    platform.load(FIRST);

    assertThat(platform.tables())
        .containsOnlyKeys("notes_dev.note", "notes_dev_history.note", "notes_dev_history.old");
    assertThat(platform.newest("note")).containsExactly(Map.of("id", "2"));
    assertThat(platform.history("note")).containsOnlyKeys(FIRST, SECOND);
  }

  /**
   * Cuts the first publication after each number of writes, and then delivers the message again.
   */
  @Test
  @DisplayName("32: a publication that was cut off before any write is finished")
  void finishesAPublicationThatWasCutAnywhere() throws Exception {
    for (int cut = 0; ; cut++) {
      MemoryCatalogue interrupted = new MemoryCatalogue();
      FaultS3 bucket = Platform.s3();
      Platform cutPlatform =
          new Platform(
              bucket,
              FaultS3.EXPORT,
              FaultS3.TARGET,
              interrupted,
              folder,
              Platform.settings(false));
      cutPlatform
          .sender(FIRST)
          .table("note", List.of(ID), "{\"id\":1}\n")
          .table("gone", List.of(ID))
          .send();
      cutPlatform.load(FIRST);
      cutPlatform
          .sender(SECOND)
          .table(
              "note",
              List.of(TEXT, Sender.column("id", ColumnType.TEXT)),
              "{\"id\":\"2\",\"text\":\"b\"}\n")
          .send();
      int[] writes = {cut};
      interrupted.beforeWrite =
          () -> {
            if (writes[0]-- == 0) {
              throw new IllegalStateException("cut");
            }
          };
      boolean wasCut = isCut(cutPlatform, SECOND);
      interrupted.beforeWrite = () -> {};
      cutPlatform.load(SECOND);

      assertThat(cutPlatform.tables())
          .as("cut before write %d", cut)
          .containsExactly(
              Map.entry("notes_dev.note", "text string, id string"),
              Map.entry("notes_dev_history.gone", "id int"),
              Map.entry("notes_dev_history.note", "text string, id string"),
              Map.entry("notes_dev_history.note_until_20260802010000z", "id int"));
      assertThat(cutPlatform.newest("note")).containsExactly(Map.of("id", "2", "text", "b"));
      assertThat(cutPlatform.history("note")).containsOnlyKeys(SECOND);
      assertThat(cutPlatform.history("note_until_20260802010000z"))
          .containsExactly(Map.entry(FIRST, List.of(Map.of("id", "1"))));
      if (!wasCut) {
        assertThat(cut).isGreaterThan(5);
        return;
      }
    }
  }

  /** Ends the function before each call of S3, and then delivers the messages again. */
  @Test
  @DisplayName("32: an extraction is finished after the function ended before any call of S3")
  void finishesAnExtractionAfterTheFunctionEndedAnywhere() throws Exception {
    for (int cut = 0; ; cut++) {
      FaultS3 bucket = Platform.s3();
      Platform interrupted =
          new Platform(
              bucket,
              FaultS3.EXPORT,
              FaultS3.TARGET,
              new MemoryCatalogue(),
              folder,
              Platform.settings(false));
      interrupted.sender(FIRST).table("note", List.of(ID), "{\"id\":1}\n", "{\"id\":2}\n").send();
      int[] calls = {cut};
      bucket.gate =
          () -> {
            if (calls[0]-- == 0) {
              throw new IllegalStateException("cut");
            }
          };
      boolean wasCut = isCut(interrupted, FIRST);
      bucket.gate = () -> {};

      assertThat(interrupted.load(FIRST)).as("cut before call %d", cut).contains("published");
      assertThat(interrupted.newest("note")).containsExactly(Map.of("id", "1"), Map.of("id", "2"));
      assertThat(interrupted.history("note")).containsOnlyKeys(FIRST);
      if (!wasCut) {
        assertThat(cut).isGreaterThan(15);
        return;
      }
    }
  }

  /** Publishes a newer extraction before each write with which an older one is published. */
  @Test
  @DisplayName("33: a newer extraction that is published meanwhile stays the newest")
  void keepsTheNewerStateWhenTwoPublicationsMeet() throws Exception {
    for (int turn = 0; ; turn++) {
      MemoryCatalogue shared = new MemoryCatalogue();
      Platform both =
          new Platform(
              Platform.s3(),
              FaultS3.EXPORT,
              FaultS3.TARGET,
              shared,
              folder,
              Platform.settings(false));
      both.sender(FIRST).table("note", List.of(ID), "{\"id\":1}\n").send();
      both.load(FIRST);
      both.sender(SECOND).table("note", List.of(ID), "{\"id\":2}\n").send();
      both.sender(THIRD).table("note", List.of(ID, TEXT), "{\"id\":3,\"text\":\"c\"}\n").send();
      int[] writes = {turn};
      shared.beforeWrite =
          () -> {
            if (writes[0]-- == 0) {
              load(both, THIRD);
            }
          };
      both.load(SECOND);
      boolean met = both.verdict(THIRD).isPresent();
      both.load(THIRD);

      assertThat(both.tables())
          .as("met before write %d", turn)
          .containsExactly(
              Map.entry("notes_dev.note", "id int, text string"),
              Map.entry("notes_dev_history.note", "id int, text string"));
      assertThat(both.newest("note")).containsExactly(Map.of("id", "3", "text", "c"));
      assertThat(both.history("note")).containsOnlyKeys(FIRST, SECOND, THIRD);
      if (!met) {
        assertThat(turn).isGreaterThanOrEqualTo(3);
        return;
      }
    }
  }

  /** Publishes one of two extractions before each call with which the other is published. */
  @ParameterizedTest(name = "33: a type changes when two publications meet, {0} is the first")
  @ValueSource(strings = {SECOND, THIRD})
  void keepsEachPartitionInATableOfItsShape(String first) throws Exception {
    String other = first.equals(SECOND) ? THIRD : SECOND;
    for (int turn = 0; ; turn++) {
      FaultS3 bucket = Platform.s3();
      MemoryCatalogue shared = new MemoryCatalogue();
      Platform both =
          new Platform(
              bucket, FaultS3.EXPORT, FaultS3.TARGET, shared, folder, Platform.settings(false));
      both.converter = (part, columns, target) -> copied(part, target);
      both.sender(FIRST).table("note", List.of(ID), "{\"id\":1}\n").send();
      both.load(FIRST);
      both.sender(SECOND).table("note", List.of(ID), "{\"id\":2}\n").send();
      Column text = Sender.column("id", ColumnType.TEXT);
      both.sender(THIRD).table("note", List.of(text), "{\"id\":\"3\"}\n").send();
      int[] calls = {turn};
      Runnable meet =
          () -> {
            if (calls[0]-- == 0) {
              load(both, other);
            }
          };
      shared.beforeRead = meet;
      shared.beforeWrite = meet;
      both.load(first);
      calls[0] = -1;
      boolean met = both.verdict(other).isPresent();
      both.load(other);

      Map<String, String> types = new TreeMap<>();
      for (CatalogueTable table : shared.tables("notes_dev_history")) {
        for (Catalogue.Partition it : shared.partitions(table.database(), table.name())) {
          types.merge(
              it.timestamp(),
              table.columns().get(0).type(),
              (one, two) -> one.equals(two) ? one : one + two);
        }
      }
      assertThat(types)
          .as("met before call %d", turn)
          .containsExactly(
              Map.entry(FIRST, "int"), Map.entry(SECOND, "int"), Map.entry(THIRD, "string"));
      assertThat(both.partitionFiles("note")).containsOnlyKeys(THIRD);
      assertThat(both.tables()).containsEntry("notes_dev.note", "id string");
      if (!met) {
        assertThat(turn).isGreaterThanOrEqualTo(8);
        return;
      }
    }
  }

  private static long copied(CheckedPart part, Path target) {
    try {
      Files.copy(part.lines(), target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return part.result().rows();
  }

  @Test
  void widensColumnsOfTheHistory() throws Exception {
    platform.sender(FIRST).table("note", List.of(ID, TEXT), "{\"id\":1,\"text\":\"a\"}\n").send();
    platform.load(FIRST);
    platform
        .sender(SECOND)
        .table(
            "note",
            List.of(
                Sender.column("id", ColumnType.BIGINT), Sender.column("flag", ColumnType.BOOLEAN)),
            "{\"id\":5000000000,\"flag\":true}\n")
        .send();

    assertThat(platform.load(SECOND)).contains("\"schemaChanges\":[\"note\"]");
    assertThat(platform.tables())
        .containsExactly(
            Map.entry("notes_dev.note", "id bigint, flag boolean"),
            Map.entry("notes_dev_history.note", "id bigint, text string, flag boolean"));
    assertThat(platform.history("note")).containsOnlyKeys(FIRST, SECOND);
  }

  @Test
  void tellsHowManyValuesBecameNull() throws Exception {
    platform
        .sender(FIRST)
        .table(
            "note",
            List.of(Sender.column("On", ColumnType.DATE)),
            "{\"On\":\"infinity\"}\n{\"On\":\"2026-08-01\"}\n",
            "{\"On\":\"0044-03-15 BC\"}\n")
        .send();

    assertThat(platform.load(FIRST))
        .contains("\"nulled\":[{\"table\":\"note\",\"column\":\"on\",\"count\":2}]");
  }

  @Test
  void namesNoColumnAsThePartition() throws Exception {
    platform
        .sender(FIRST)
        .table(
            "note",
            List.of(Sender.column("Extraction_Timestamp", ColumnType.TEXT)),
            "{\"Extraction_Timestamp\":\"x\"}\n")
        .send();
    platform.load(FIRST);

    assertThat(platform.newest("note")).containsExactly(Map.of("extraction_timestamp_2", "x"));
  }

  @Test
  void refusesAChangedShapeIfTheDatasetIsFrozen() throws Exception {
    Platform frozen = platform(true);
    frozen.sender(FIRST).table("note", List.of(ID), "{\"id\":1}\n").send();
    frozen.load(FIRST);
    frozen.sender(SECOND).table("note", List.of(ID, TEXT), "{\"id\":1,\"text\":\"a\"}\n").send();

    assertThat(frozen.load(SECOND))
        .isEqualTo(
            refused(
                "{\"id\":\"schema-frozen\",\"table\":\"note\",\"detail\":\"the table's columns are not those that are published\"}"));
    assertThat(frozen.history("note")).containsOnlyKeys(FIRST);
  }

  static Stream<Arguments> manifests() {
    return Stream.of(
        Arguments.of(
            "dataset", change(it -> with(it, "other", FIRST, Encoding.EXACT, it.tables()))),
        Arguments.of(
            "timestamp", change(it -> with(it, it.dataset(), SECOND, Encoding.EXACT, it.tables()))),
        Arguments.of(
            "format",
            change(it -> with(it, it.dataset(), FIRST, Encoding.ROW_TO_JSON, it.tables()))),
        Arguments.of("name-clash", tables(it -> List.of(it, it))),
        Arguments.of("excluded-table", tables(it -> List.of(named(it, "audit_log", "audit_log")))),
        Arguments.of("format", tables(it -> List.of(named(it, "note", "../x")))),
        Arguments.of("format", tables(it -> List.of(named(it, "", "")))),
        Arguments.of(
            "excluded-column",
            tables(it -> List.of(shaped(it, List.of(Sender.column("email", ColumnType.TEXT)))))),
        Arguments.of(
            "unhashed-column",
            tables(it -> List.of(shaped(it, List.of(Sender.column("nino", ColumnType.TEXT)))))),
        Arguments.of("name-clash", tables(it -> List.of(shaped(it, List.of(ID, ID))))),
        Arguments.of("limits", tables(it -> List.of(shaped(it, List.of())))),
        Arguments.of(
            "format",
            tables(it -> List.of(shaped(it, List.of(Sender.column("d", ColumnType.DECIMAL)))))),
        Arguments.of(
            "key-outside", part(it -> part(it, "data/../results/x.jsonl.zst", it.bytes()))),
        Arguments.of(
            "key-outside", part(it -> part(it, it.key().replace("note/", "other/"), it.bytes()))),
        Arguments.of(
            "key-outside", part(it -> part(it, it.key().replace(FIRST, SECOND), it.bytes()))),
        Arguments.of(
            "missing-part", part(it -> part(it, it.key().replace("00000", "7"), it.bytes()))),
        Arguments.of("size", part(it -> part(it, it.key(), it.bytes() + 1))),
        Arguments.of(
            "corrupt-part",
            part(it -> new Part(it.key(), it.rows(), it.jsonBytes(), it.bytes(), "0".repeat(64)))),
        Arguments.of(
            "corrupt-part",
            part(it -> new Part(it.key(), it.rows(), it.jsonBytes() + 1, it.bytes(), it.sha256()))),
        Arguments.of(
            "bad-line",
            part(it -> new Part(it.key(), it.rows(), it.jsonBytes() - 2, it.bytes(), it.sha256()))),
        Arguments.of(
            "row-count",
            part(it -> new Part(it.key(), 2, it.jsonBytes(), it.bytes(), it.sha256()))));
  }

  @ParameterizedTest(name = "27, 28, 29: {0}")
  @MethodSource("manifests")
  void refusesAManifestThatDoesNotFit(String id, UnaryOperator<Manifest> change) throws Exception {
    platform.sender(FIRST).table("note", List.of(ID), "{\"id\":1}\n").send(change);

    assertThat(platform.load(FIRST))
        .startsWith("{\"status\":\"refused\",\"reasons\":[{\"id\":\"%s\",".formatted(id));
    assertThat(platform.tables()).isEmpty();
  }

  @Test
  @DisplayName("28: a time in the future is refused")
  void refusesATimeInTheFuture() throws Exception {
    String timestamp = "20260901001001Z";
    platform.sender(timestamp).table("note", List.of(ID), "{\"id\":1}\n").send();

    assertThat(platform.load(timestamp))
        .isEqualTo(
            refused(
                "{\"id\":\"timestamp\",\"detail\":\"the timestamp is not a time in the past\"}"));
  }

  @Test
  @DisplayName("28: a manifest of 16 MiB and a byte is refused")
  void refusesAManifestThatIsTooLong() throws Exception {
    Sender sender = platform.sender(FIRST).table("note", List.of(ID), "{\"id\":1}\n");
    byte[] manifest = ManifestWriter.write(sender.manifest());
    byte[] longest = Arrays.copyOf(manifest, ManifestReader.MAX_BYTES + 1);
    Arrays.fill(longest, manifest.length, longest.length, (byte) ' ');
    sender.put(Keys.of(Sender.DATASET, FIRST).manifest(), longest);

    assertThat(platform.load(FIRST))
        .isEqualTo(
            refused(
                "{\"id\":\"format\",\"detail\":\"the manifest has more than 16777216 bytes\"}"));

    sender.put(
        Keys.of(Sender.DATASET, SECOND).manifest(),
        Arrays.copyOf(longest, ManifestReader.MAX_BYTES));
    assertThat(platform.load(SECOND)).contains("\"id\":\"timestamp\"");
  }

  @Test
  @DisplayName("28: bad JSON is refused")
  void refusesWhatIsNotAManifest() throws Exception {
    platform.sender(FIRST).put(Keys.of(Sender.DATASET, FIRST).manifest(), "[]".getBytes(UTF_8));

    assertThat(platform.load(FIRST)).contains("\"status\":\"refused\"", "\"id\":\"format\"");
  }

  @Test
  @DisplayName("29: a part that was swapped with another is refused")
  void refusesAPartThatWasSwappedWithAnother() throws Exception {
    Sender sender =
        platform.sender(FIRST).table("note", List.of(ID), "{\"id\":1}\n", "{\"id\":2}\n");
    sender.send();
    List<Part> parts = sender.manifest().tables().get(0).parts();
    sender.put(parts.get(0).key(), Zstd.compress("{\"id\":2}\n".getBytes(UTF_8)));

    assertThat(platform.load(FIRST)).contains("\"id\":\"corrupt-part\"");
    assertThat(platform.tables()).isEmpty();
  }

  @Test
  @DisplayName("30: a bomb is refused after as many bytes as the manifest says")
  void refusesABombAfterAsManyBytesAsTheManifestSays() throws Exception {
    String line = "{\"id\":1}\n";
    platform
        .sender(FIRST)
        .table("note", List.of(ID), line.repeat(1_000_000))
        .send(part(it -> new Part(it.key(), 1_000_000, line.length(), it.bytes(), it.sha256())));

    assertThat(platform.load(FIRST))
        .isEqualTo(
            refused(
                "{\"id\":\"corrupt-part\",\"table\":\"note\",\"detail\":\"the JSON does not have as many bytes as the manifest says\"}"));
  }

  @Test
  void refusesAPartThatIsNotCompressed() throws Exception {
    platform
        .sender(FIRST)
        .table("note", List.of(ID), "{\"id\":1}\n")
        .send(
            it ->
                new Manifest(
                    it.dataset(),
                    it.extractionTimestamp(),
                    it.snapshot(),
                    it.encoding(),
                    Compression.GZIP,
                    it.tables(),
                    it.excludedTables()));

    assertThat(platform.load(FIRST)).contains("\"id\":\"corrupt-part\"");
  }

  @Test
  void neverTellsAValue() throws Exception {
    platform.sender(FIRST).table("note", List.of(ID), "{\"id\":\"secret\"}\n").send();

    assertThat(platform.load(FIRST))
        .isEqualTo(
            refused(
                "{\"id\":\"wrong-type\",\"table\":\"note\",\"column\":\"id\",\"detail\":\"line 1: the value does not fit the type int\"}"));
  }

  private static void load(Platform platform, String timestamp) {
    try {
      platform.load(timestamp);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isCut(Platform platform, String timestamp) throws Exception {
    try {
      platform.load(timestamp);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private Platform platform(boolean frozen) {
    return new Platform(
        s3, FaultS3.EXPORT, FaultS3.TARGET, catalogue, folder, Platform.settings(frozen));
  }

  private static String refused(String reason) {
    return "{\"status\":\"refused\",\"reasons\":[%s],\"tables\":0,\"rows\":0,\"nulled\":[],\"schemaChanges\":[]}"
        .formatted(reason);
  }

  private static UnaryOperator<Manifest> change(UnaryOperator<Manifest> change) {
    return change;
  }

  private static UnaryOperator<Manifest> tables(Function<Table, List<Table>> change) {
    return it ->
        with(
            it,
            it.dataset(),
            it.extractionTimestamp(),
            it.encoding(),
            it.tables().stream().flatMap(table -> change.apply(table).stream()).toList());
  }

  private static UnaryOperator<Manifest> part(UnaryOperator<Part> change) {
    return tables(
        it -> {
          List<Part> parts = it.parts().stream().map(change).toList();
          return List.of(
              new Table(
                  it.schema(),
                  it.name(),
                  it.tableName(),
                  it.kind(),
                  it.comment(),
                  parts.stream().mapToLong(Part::rows).sum(),
                  parts.stream().mapToLong(Part::jsonBytes).sum(),
                  it.columns(),
                  it.excludedColumns(),
                  parts));
        });
  }

  private static Part part(Part part, String key, long bytes) {
    return new Part(key, part.rows(), part.jsonBytes(), bytes, part.sha256());
  }

  private static Manifest with(
      Manifest it, String dataset, String timestamp, Encoding encoding, List<Table> tables) {
    return new Manifest(
        dataset, timestamp, it.snapshot(), encoding, it.compression(), tables, it.excludedTables());
  }

  private static Table named(Table it, String name, String tableName) {
    return new Table(
        it.schema(),
        name,
        tableName,
        it.kind(),
        it.comment(),
        it.rows(),
        it.jsonBytes(),
        it.columns(),
        it.excludedColumns(),
        it.parts());
  }

  private static Table shaped(Table it, List<Column> columns) {
    return new Table(
        it.schema(),
        it.name(),
        it.tableName(),
        it.kind(),
        it.comment(),
        it.rows(),
        it.jsonBytes(),
        columns,
        it.excludedColumns(),
        it.parts());
  }
}
