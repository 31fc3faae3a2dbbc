package io.exportctl.collection.ingestion.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.config.Preference;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;

/**
 * The table with one row an id. Of all records of an id it holds the greatest in an order without
 * ties, so that dates may be merged in any order and more than once. Deletes stay as rows, so that
 * an older record cannot bring an id back.
 */
public final class Merge {

  private final Warehouse warehouse;
  private final String records;
  private final String latest;
  private final Preference preference;

  /** Prepares the work for a job with a latest table. */
  public Merge(Warehouse warehouse, JobFile job) {
    Tables tables = Tables.of(job);
    this.warehouse = warehouse;
    this.records = tables.records();
    this.latest = tables.latest().orElseThrow();
    this.preference = job.latest().orElseThrow().prefer();
  }

  /** Brings the records of a date in. */
  public void merge(LocalDate date) {
    Dataset<Row> changes = warehouse.read(records).where(col("export_date").equalTo(lit(date)));
    // The values are most of the table, and only ties need them.
    UnaryOperator<String> order = hasTies(date) ? this::rank : this::rankButForTies;
    String view = "incoming_" + latest;
    greatest(changes).createOrReplaceTempView(view);
    try {
      warehouse
          .spark()
          .sql(
              """
              MERGE INTO %s t USING `%s` s ON t.`id` = s.`id`
              WHEN MATCHED AND %s > %s THEN UPDATE SET *
              WHEN NOT MATCHED THEN INSERT *
              """
                  .formatted(
                      warehouse.sqlName(latest), view, order.apply("s."), order.apply("t.")));
    } finally {
      warehouse.spark().catalog().dropTempView(view);
    }
  }

  /** Returns true if the values decide between a record of the date and the row of its id. */
  private boolean hasTies(LocalDate date) {
    String query =
        """
        SELECT 1 FROM %s s JOIN %s t ON t.`id` = s.`id`
        WHERE s.`export_date` = DATE '%s' AND %s = %s LIMIT 1
        """
            .formatted(
                warehouse.sqlName(records),
                warehouse.sqlName(latest),
                date,
                rankButForTies("s."),
                rankButForTies("t."));
    return !warehouse.spark().sql(query).isEmpty();
  }

  /** Computes the table anew from all records, as is needed when a date was corrected. */
  public void rebuild() {
    try {
      greatest(warehouse.read(records)).writeTo(warehouse.sqlName(latest)).overwrite(lit(true));
    } catch (NoSuchTableException e) {
      throw new IllegalStateException(e);
    }
  }

  private Dataset<Row> greatest(Dataset<Row> changes) {
    Column[] columns =
        Stream.of(changes.columns()).map(it -> col("`" + it + "`")).toArray(Column[]::new);
    return changes
        .groupBy(col("id").as("merged_id"))
        .agg(max_by(struct(columns), expr(rank(""))).as("greatest"))
        .select("greatest.*");
  }

  /**
   * Expression of a record's place in the order.
   *
   * @param alias of its table with a dot; empty if there is only one
   */
  private String rank(String alias) {
    return "struct(%s, %s`value`, %s`export_date`)".formatted(rankButForTies(alias), alias, alias);
  }

  private String rankButForTies(String alias) {
    String isDelete = alias + "`operation` = 'DELETE'";
    String time = alias + "`last_modified`";
    return switch (preference) {
      case DELETES -> "struct(" + isDelete + ", " + time + ")";
      case NEWEST -> "struct(" + time + ", " + isDelete + ")";
    };
  }
}
