package io.exportctl.collection.ingestion.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.exportctl.collection.ingestion.config.IngestionException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.util.SnapshotUtil;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.types.StructField;

/** Rows of one date on a branch of a table, where nobody sees them until they are published. */
public final class Staging {

  private static final String BRANCH = "run_";
  private static final String RUN = "exportctl.run";

  private final Warehouse warehouse;
  private final String name;
  private final LocalDate date;
  private final String run;

  /**
   * @param name of the table
   * @param run name of the run
   */
  public Staging(Warehouse warehouse, String name, LocalDate date, String run) {
    this.warehouse = warehouse;
    this.name = name;
    this.date = date;
    this.run = run;
  }

  /** Name of a run's branch. */
  public static String branch(String run) {
    return BRANCH + run.replace('-', '_');
  }

  /** Returns true if the branch belongs to a run. */
  static boolean isOfRun(String branch) {
    return branch.startsWith(BRANCH);
  }

  /**
   * Writes the rows to the branch. Columns of the table that the rows do not have become null.
   *
   * @param rows without {@code export_date}
   */
  public void write(Dataset<Row> rows) {
    Table table = warehouse.load(name);
    drop();
    table.manageSnapshots().createBranch(branch(run)).commit();
    Column[] columns =
        Stream.of(warehouse.read(name).schema().fields())
            .map(it -> column(it, List.of(rows.columns())))
            .toArray(Column[]::new);
    try {
      rows.select(columns)
          .writeTo(warehouse.sqlName(name) + ".`branch_" + branch(run) + "`")
          .overwrite(col("export_date").equalTo(lit(date)));
    } catch (NoSuchTableException e) {
      throw new IllegalStateException(e);
    }
  }

  private Column column(StructField field, List<String> present) {
    if (field.name().equals("export_date")) {
      return lit(date).as(field.name());
    }
    Column column = present.contains(field.name()) ? col("`" + field.name() + "`") : lit(null);
    return column.cast(field.dataType()).as(field.name());
  }

  /**
   * Replaces the date's rows by those of the branch in one commit, which copies nothing.
   *
   * @param summary properties of the snapshot
   */
  public void publish(Map<String, String> summary) {
    Table table = warehouse.load(name);
    Snapshot staged = table.snapshot(branch(run));
    if (staged == null) {
      throw IngestionException.failed(
          "branch-missing",
          "the rows of %s are gone, as an erasure or a maintenance removed them; run it again"
              .formatted(date));
    }
    OverwriteFiles overwrite =
        table
            .newOverwrite()
            .overwriteByRowFilter(Expressions.equal("export_date", (int) date.toEpochDay()));
    for (DataFile file : staged.addedDataFiles(table.io())) {
      overwrite.addFile(file);
    }
    summary.forEach(overwrite::set);
    overwrite.set(RUN, run);
    overwrite.commit();
  }

  /** Returns true if the table's history has the run's rows. */
  public boolean isPublished() {
    Table table = warehouse.load(name);
    return StreamSupport.stream(SnapshotUtil.currentAncestors(table).spliterator(), false)
        .anyMatch(it -> run.equals(it.summary().get(RUN)));
  }

  /** Removes the branch, if there is one. */
  public void drop() {
    if (!warehouse.exists(name)) {
      return;
    }
    Table table = warehouse.load(name);
    SnapshotRef branch = table.refs().get(branch(run));
    if (branch != null) {
      table.manageSnapshots().removeBranch(branch(run)).commit();
    }
  }
}
