package io.exportctl.collection.ingestion.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;

import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.store.Store;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;

/**
 * Erases all records of ids, from tables and JSON lines, with every file that holds them. The order
 * lets an erasure that was cut off be done again: the tables, which tell what there is to do, come
 * last.
 */
public final class Erasure {

  /** After every snapshot and file. */
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  private final Warehouse warehouse;
  private final Store store;
  private final JobFile job;
  private final Tables tables;

  /**
   * @param store the warehouse's root
   */
  public Erasure(Warehouse warehouse, Store store, JobFile job) {
    this.warehouse = warehouse;
    this.store = store;
    this.job = job;
    this.tables = Tables.of(job);
  }

  /**
   * Erases ids. No run of the dataset may be in progress; one that is fails.
   *
   * @param run name of this erasure
   * @return number of records that were in the table of all records
   */
  public long erase(List<String> ids, String run, Instant now) throws IOException {
    new TableLayout(warehouse, job).prepare();
    Dataset<Row> erased =
        warehouse.spark().createDataset(ids, Encoders.STRING()).distinct().toDF("id");
    note(erased, now);
    tables.withRows().forEach(it -> new Cleaning(warehouse, it).removeBranches(branch -> true));
    Dataset<Row> records = warehouse.read(tables.records());
    Dataset<Row> found =
        records.join(erased, records.col("id").equalTo(erased.col("id")), "left_semi");
    long count = found.count();
    for (LocalDate date : jsonLinesOf(found)) {
      JsonLines lines = new JsonLines(warehouse, store, job);
      lines.publish(date, run, without(records, erased));
      lines.deleteOld(date);
    }
    for (String table : tables.withRows()) {
      delete(table, erased);
      Cleaning cleaning = new Cleaning(warehouse, table);
      if (job.latest().isPresent() && !table.equals(tables.records())) {
        // Rows of a latest table that were replaced are still in its files, marked as deleted.
        cleaning.rewriteAll();
      }
      cleaning.expire(END);
      cleaning.deleteOrphans(END);
    }
    return count;
  }

  /** Adds the digests first: from now on, no run brings the ids back. */
  private void note(Dataset<Row> ids, Instant now) {
    Dataset<Row> known = warehouse.read(tables.erased());
    Dataset<Row> digests =
        ids.select(sha2(col("id").cast("binary"), 256).as("id_sha256"))
            .join(known, "id_sha256")
            .select("id_sha256");
    try {
      ids.select(sha2(col("id").cast("binary"), 256).as("id_sha256"))
          .except(digests)
          .withColumn("erased_at", lit(now))
          .writeTo(warehouse.sqlName(tables.erased()))
          .append();
    } catch (NoSuchTableException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<LocalDate> jsonLinesOf(Dataset<Row> found) throws IOException {
    List<LocalDate> published = new JsonLines(warehouse, store, job).dates();
    List<LocalDate> dates = new ArrayList<>();
    if (!published.isEmpty()) {
      for (Row row : found.select("export_date").distinct().sort("export_date").collectAsList()) {
        if (published.contains(row.getLocalDate(0))) {
          dates.add(row.getLocalDate(0));
        }
      }
    }
    return dates;
  }

  private static Dataset<Row> without(Dataset<Row> records, Dataset<Row> erased) {
    return records.join(erased, records.col("id").equalTo(erased.col("id")), "left_anti");
  }

  private void delete(String table, Dataset<Row> erased) {
    String view = "erased_" + table;
    erased.createOrReplaceTempView(view);
    try {
      warehouse
          .spark()
          .sql(
              "DELETE FROM %s WHERE `id` IN (SELECT `id` FROM `%s`)"
                  .formatted(warehouse.sqlName(table), view));
    } finally {
      warehouse.spark().catalog().dropTempView(view);
    }
  }
}
