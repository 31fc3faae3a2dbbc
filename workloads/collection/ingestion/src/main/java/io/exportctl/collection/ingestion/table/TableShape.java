package io.exportctl.collection.ingestion.table;

import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.record.Column;
import io.exportctl.collection.record.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * Columns, partitions and properties of a table.
 *
 * @param buckets number of parts by id; 0 if it has none
 */
record TableShape(
    Schema schema, PartitionSpec partitions, Map<String, String> properties, int buckets) {

  /** Property that tells for what a table is. */
  static final String PURPOSE = "exportctl.purpose";

  private static final String ERASED = "erased";

  static TableShape records(JobFile job) {
    Schema schema = schema(job, false);
    return new TableShape(
        schema,
        byDate(schema),
        properties(job.latest().isPresent() ? "changes" : "records", "none"),
        0);
  }

  static TableShape latest(JobFile job) {
    return byId(schema(job, false), job, "latest");
  }

  /**
   * Shape of the table without sensitive columns and the JSON, like that of the table it copies.
   */
  static TableShape redacted(JobFile job) {
    Schema schema = schema(job, true);
    return job.latest().isPresent()
        ? byId(schema, job, "redacted-latest")
        : new TableShape(schema, byDate(schema), properties("redacted-records", "none"), 0);
  }

  static TableShape erased() {
    Schema schema =
        new Schema(
            Types.NestedField.optional(1, "id_sha256", Types.StringType.get()),
            Types.NestedField.optional(2, "erased_at", Types.TimestampType.withZone()));
    return new TableShape(schema, PartitionSpec.unpartitioned(), properties(ERASED, "none"), 0);
  }

  /** Returns the change of a table's partitions, if the job has another number of buckets. */
  Optional<Runnable> repartition(Table table) {
    if (buckets == 0 || table.spec().fields().stream().anyMatch(this::isWanted)) {
      return Optional.empty();
    }
    return Optional.of(
        () -> {
          var update = table.updateSpec();
          table.spec().fields().forEach(it -> update.removeField(it.name()));
          update.addField("id_bucket_" + buckets, Expressions.bucket("id", buckets)).commit();
        });
  }

  private boolean isWanted(PartitionField field) {
    return field.transform().toString().equals("bucket[" + buckets + "]");
  }

  private static TableShape byId(Schema schema, JobFile job, String purpose) {
    int buckets = job.latest().orElseThrow().buckets();
    PartitionSpec spec =
        PartitionSpec.builderFor(schema).bucket("id", buckets, "id_bucket_" + buckets).build();
    return new TableShape(schema, spec, properties(purpose, "hash"), buckets);
  }

  private static PartitionSpec byDate(Schema schema) {
    return PartitionSpec.builderFor(schema).identity("export_date").build();
  }

  private static Schema schema(JobFile job, boolean redacted) {
    List<Types.NestedField> fields = new ArrayList<>();
    add(fields, "id", Types.StringType.get());
    add(fields, "operation", Types.StringType.get());
    add(fields, "last_modified", Types.TimestampType.withZone());
    add(fields, "export_date", Types.DateType.get());
    if (!redacted) {
      add(fields, "value", Types.StringType.get());
    }
    for (Column column : job.columns()) {
      if (!redacted || !column.sensitive()) {
        add(fields, column.name(), type(column.type()));
      }
    }
    return new Schema(fields);
  }

  private static void add(List<Types.NestedField> fields, String name, Type type) {
    fields.add(Types.NestedField.optional(fields.size() + 1, name, type));
  }

  private static Type type(ColumnType type) {
    return switch (type.base()) {
      case STRING -> Types.StringType.get();
      case BOOLEAN -> Types.BooleanType.get();
      case INTEGER -> Types.IntegerType.get();
      case BIGINT -> Types.LongType.get();
      case DOUBLE -> Types.DoubleType.get();
      case DECIMAL -> Types.DecimalType.of(type.precision(), type.scale());
      case DATE -> Types.DateType.get();
      case TIMESTAMP -> Types.TimestampType.withZone();
    };
  }

  /**
   * Properties of every table. Bounds of ids and values would put personal data into the metadata,
   * where erasing rows leaves them.
   */
  private static Map<String, String> properties(String purpose, String distribution) {
    Map<String, String> properties = new TreeMap<>();
    properties.put(PURPOSE, purpose);
    properties.put("commit.retry.num-retries", "10");
    properties.put("format-version", "2");
    properties.put("write.delete.mode", "copy-on-write");
    properties.put("write.distribution-mode", distribution);
    properties.put("write.merge.mode", "merge-on-read");
    properties.put("write.metadata.delete-after-commit.enabled", "true");
    if (!purpose.equals(ERASED)) {
      properties.put("write.metadata.metrics.column.export_date", "full");
      properties.put("write.metadata.metrics.column.last_modified", "full");
    }
    properties.put("write.metadata.metrics.default", "counts");
    properties.put("write.metadata.previous-versions-max", "20");
    // Permissions are by prefix, which paths of object storage would not have.
    properties.put("write.object-storage.enabled", "false");
    properties.put("write.parquet.compression-codec", "zstd");
    // Rows of a task are of one date, so that nothing needs sorting.
    properties.put("write.spark.fanout.enabled", "true");
    return properties;
  }
}
