package io.exportctl.collection.ingestion.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.exportctl.collection.ingestion.config.JobFile;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;

/** The copy of a table without its sensitive columns and the JSON. */
public final class Redaction {

  private final Warehouse warehouse;
  private final Tables tables;
  private final String redacted;

  /** Prepares the work for a job with a redacted table. */
  public Redaction(Warehouse warehouse, JobFile job) {
    this.warehouse = warehouse;
    this.tables = Tables.of(job);
    this.redacted = tables.redacted().orElseThrow();
  }

  /** Brings the published rows of a date in. */
  public void copy(LocalDate date) {
    Column isOfDate = col("export_date").equalTo(lit(date));
    Dataset<Row> records = warehouse.read(tables.records()).where(isOfDate);
    if (tables.latest().isEmpty()) {
      replace(records, isOfDate);
      return;
    }
    Dataset<Row> ids = records.select(col("id")).distinct();
    Dataset<Row> rows = warehouse.read(tables.latest().orElseThrow());
    merge(rows.join(ids, rows.col("id").equalTo(ids.col("id")), "left_semi"));
  }

  /** Copies all rows anew. */
  public void rebuild() {
    replace(warehouse.read(tables.latest().orElse(tables.records())), lit(true));
  }

  private void replace(Dataset<Row> rows, Column condition) {
    try {
      rows.select(columns()).writeTo(warehouse.sqlName(redacted)).overwrite(condition);
    } catch (NoSuchTableException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows have won already, so that they replace what is there. */
  private void merge(Dataset<Row> rows) {
    String view = "redacting_" + redacted;
    rows.select(columns()).createOrReplaceTempView(view);
    try {
      warehouse
          .spark()
          .sql(
              """
              MERGE INTO %s t USING `%s` s ON t.`id` = s.`id`
              WHEN MATCHED THEN UPDATE SET *
              WHEN NOT MATCHED THEN INSERT *
              """
                  .formatted(warehouse.sqlName(redacted), view));
    } finally {
      warehouse.spark().catalog().dropTempView(view);
    }
  }

  private Column[] columns() {
    return Stream.of(warehouse.read(redacted).columns())
        .map(it -> col("`" + it + "`"))
        .toArray(Column[]::new);
  }
}
