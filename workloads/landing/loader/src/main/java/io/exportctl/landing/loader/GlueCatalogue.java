package io.exportctl.landing.loader;

import io.exportctl.landing.loader.CatalogueTable.CatalogueColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.ConcurrentModificationException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** The Glue Data Catalog. */
final class GlueCatalogue implements Catalogue {

  private static final String TIMESTAMP = "exportctl.extraction_timestamp";

  /** Maximum length of a comment in Glue. */
  private static final int MAX_COMMENT = 255;

  /** Maximum length of a table's description in Glue. */
  private static final int MAX_DESCRIPTION = 2048;

  private final GlueClient glue;

  GlueCatalogue(GlueClient glue) {
    this.glue = glue;
  }

  @Override
  public Optional<CatalogueTable> find(String database, String name) {
    try {
      return Optional.of(
          table(glue.getTable(it -> it.databaseName(database).name(name)).table(), database));
    } catch (EntityNotFoundException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<CatalogueTable> tables(String database) {
    return glue.getTablesPaginator(it -> it.databaseName(database)).stream()
        .flatMap(page -> page.tableList().stream())
        .map(it -> table(it, database))
        .toList();
  }

  @Override
  public boolean create(CatalogueTable table) {
    try {
      glue.createTable(it -> it.databaseName(table.database()).tableInput(input(table)));
      return true;
    } catch (AlreadyExistsException e) {
      return false;
    }
  }

  /** Fails if the table has another version by then. */
  @Override
  public boolean replace(CatalogueTable table) {
    try {
      glue.updateTable(
          it ->
              it.databaseName(table.database())
                  .tableInput(input(table))
                  .versionId(table.version().orElse(null))
                  .skipArchive(true));
      return true;
    } catch (ConcurrentModificationException | EntityNotFoundException e) {
      return false;
    }
  }

  @Override
  public void delete(String database, String name) {
    try {
      glue.deleteTable(it -> it.databaseName(database).name(name));
    } catch (EntityNotFoundException e) {
      // It is gone, which is what was asked for.
    }
  }

  @Override
  public void addPartition(CatalogueTable table, Partition partition) {
    try {
      glue.createPartition(
          it ->
              it.databaseName(table.database())
                  .tableName(table.name())
                  .partitionInput(
                      PartitionInput.builder()
                          .values(partition.timestamp())
                          .storageDescriptor(storage(table.columns(), partition.location()))
                          .build()));
    } catch (AlreadyExistsException e) {
      // An earlier delivery of the same message added it.
    }
  }

  @Override
  public void deletePartition(String database, String name, Partition partition) {
    try {
      glue.deletePartition(
          it -> it.databaseName(database).tableName(name).partitionValues(partition.timestamp()));
    } catch (EntityNotFoundException e) {
      // It is gone, which is what was asked for.
    }
  }

  @Override
  public List<Partition> partitions(String database, String name) {
    return glue
        .getPartitionsPaginator(
            it -> it.databaseName(database).tableName(name).excludeColumnSchema(true))
        .stream()
        .flatMap(page -> page.partitions().stream())
        .map(it -> new Partition(it.values().get(0), it.storageDescriptor().location()))
        .toList();
  }

  private static CatalogueTable table(Table table, String database) {
    return new CatalogueTable(
        database,
        table.name(),
        table.storageDescriptor().columns().stream().map(GlueCatalogue::column).toList(),
        table.storageDescriptor().location(),
        table.parameters().getOrDefault(TIMESTAMP, ""),
        Optional.ofNullable(table.description()).orElse(""),
        !table.partitionKeys().isEmpty(),
        Optional.ofNullable(table.versionId()));
  }

  private static CatalogueColumn column(Column column) {
    return new CatalogueColumn(
        column.name(), column.type(), Optional.ofNullable(column.comment()).orElse(""));
  }

  private static TableInput input(CatalogueTable table) {
    return TableInput.builder()
        .name(table.name())
        .description(shortened(table.comment(), MAX_DESCRIPTION))
        .tableType("EXTERNAL_TABLE")
        .parameters(Map.of("classification", "parquet", TIMESTAMP, table.timestamp()))
        .partitionKeys(
            table.partitioned()
                ? List.of(Column.builder().name(LoadedColumn.PARTITION).type("string").build())
                : List.of())
        .storageDescriptor(storage(table.columns(), table.location()))
        .build();
  }

  private static StorageDescriptor storage(List<CatalogueColumn> columns, String location) {
    return StorageDescriptor.builder()
        .columns(columns.stream().map(GlueCatalogue::column).toList())
        .location(location)
        .inputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat")
        .outputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat")
        .serdeInfo(
            SerDeInfo.builder()
                .serializationLibrary("org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe")
                .build())
        .build();
  }

  private static Column column(CatalogueColumn column) {
    return Column.builder()
        .name(column.name())
        .type(column.type())
        .comment(shortened(column.comment(), MAX_COMMENT))
        .build();
  }

  /** Cuts a text to a number of characters; Glue takes no line ends in it. */
  private static String shortened(String text, int length) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    if (line.length() <= length) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(length - 1)) ? length - 1 : length;
    return line.substring(0, end);
  }
}
