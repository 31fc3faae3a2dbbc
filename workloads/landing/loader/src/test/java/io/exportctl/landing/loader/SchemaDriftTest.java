package io.exportctl.landing.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.landing.loader.CatalogueTable.CatalogueColumn;
import io.exportctl.s3.FaultS3;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests databases that change between nights: every partition is readable as its table says. */
class SchemaDriftTest {

  private static final Column INT = Sender.column("id", ColumnType.INTEGER);
  private static final Column BIGINT = Sender.column("id", ColumnType.BIGINT);
  private static final Column REAL = Sender.column("ratio", ColumnType.REAL);
  private static final Column DOUBLE = Sender.column("ratio", ColumnType.DOUBLE);
  private static final Column TEXT = Sender.column("text", ColumnType.TEXT);

  private final FaultS3 s3 = Platform.s3();
  private final MemoryCatalogue catalogue = new MemoryCatalogue();

  @TempDir Path folder;

  @Test
  @DisplayName("26: columns and tables come, go, change and are renamed; old history is readable")
  void oldHistoryIsReadableInEveryPartition() throws Exception {
    night(1)
        .table("note", List.of(INT, REAL, TEXT), "{\"id\":1,\"ratio\":0.5,\"text\":\"a\"}\n")
        .table("before", List.of(INT), "{\"id\":10}\n")
        .send();
    night(2) // Two columns wider, one new; the table is renamed.
        .table(
            "note",
            List.of(BIGINT, DOUBLE, TEXT, Sender.column("flag", ColumnType.BOOLEAN)),
            "{\"id\":5000000000,\"ratio\":0.1,\"text\":null,\"flag\":true}\n")
        .table("after", List.of(INT), "{\"id\":10}\n")
        .send();
    night(3) // A column gone, one renamed, and the wide ones narrow again.
        .table(
            "note",
            List.of(INT, REAL, Sender.column("active", ColumnType.BOOLEAN)),
            "{\"id\":3,\"ratio\":1.5,\"active\":false}\n")
        .send();
    night(4) // A type that no reader could take for the one before.
        .table(
            "note",
            List.of(Sender.column("id", ColumnType.TEXT), REAL),
            "{\"id\":\"4\",\"ratio\":2.5}\n")
        .send();
    night(5)
        .table("note", List.of(Sender.column("id", ColumnType.TEXT)), "{\"id\":\"5\"}\n")
        .send();
    for (int night = 1; night <= 5; night++) {
      assertThat(platform().load(timestamp(night))).contains("published");
    }

    assertThat(history())
        .containsExactly(
            Map.entry("after 2", "id=10"),
            Map.entry("before 1", "id=10"),
            Map.entry("note 4", "id=4, ratio=2.5"),
            Map.entry("note 5", "id=5, ratio=null"),
            Map.entry(
                "note_until_20260804010000z 1", "id=1, ratio=0.5, text=a, flag=null, active=null"),
            Map.entry(
                "note_until_20260804010000z 2",
                "id=5000000000, ratio=0.1, text=null, flag=true, active=null"),
            Map.entry(
                "note_until_20260804010000z 3",
                "id=3, ratio=1.5, text=null, flag=null, active=false"));
    assertThat(platform().tables()).containsEntry("notes_dev.note", "id string");
    assertThat(platform().newest("note")).containsExactly(Map.of("id", "5"));
  }

  /** The row of each partition, read with the columns and types of the table in the catalog. */
  private Map<String, String> history() throws Exception {
    Map<String, String> rows = new TreeMap<>();
    for (CatalogueTable table : catalogue.tables("notes_dev_history")) {
      for (Catalogue.Partition partition : catalogue.partitions(table.database(), table.name())) {
        Path file = folder.resolve("read.parquet");
        platform().download(partition, file);
        rows.put(
            "%s %s".formatted(table.name(), partition.timestamp().charAt(7)), row(table, file));
        Files.delete(file);
      }
    }
    return rows;
  }

  private static String row(CatalogueTable table, Path file) throws Exception {
    Map<String, String> types = ParquetFile.columns(file);
    List<String> values = new ArrayList<>();
    for (CatalogueColumn column : table.columns()) {
      String value = null;
      if (types.containsKey(column.name())) {
        String type = duckType(column.type());
        assertThat(List.of(type, narrower(type))).contains(types.get(column.name()));
        List<String> texts = ParquetFile.texts(file, "\"%s\"::%s".formatted(column.name(), type));
        assertThat(texts).hasSize(1);
        value = texts.get(0);
      }
      values.add(column.name() + "=" + value);
    }
    return String.join(", ", values);
  }

  private static String duckType(String glueType) {
    return glueType.equals("int")
        ? "INTEGER"
        : glueType.equals("string") ? "VARCHAR" : glueType.toUpperCase(Locale.ROOT);
  }

  /** Type whose files readers of Parquet take for this one. */
  private static String narrower(String type) {
    return switch (type) {
      case "BIGINT" -> "INTEGER";
      case "DOUBLE" -> "FLOAT";
      default -> type;
    };
  }

  private Sender night(int night) {
    return platform().sender(timestamp(night));
  }

  private static String timestamp(int night) {
    return "2026080%d010000Z".formatted(night);
  }

  private Platform platform() {
    return new Platform(
        s3, FaultS3.EXPORT, FaultS3.TARGET, catalogue, folder, Platform.settings(false));
  }
}
