package io.exportctl.collection.ingestion.table;

import io.exportctl.collection.ingestion.config.IngestionException;
import io.exportctl.collection.ingestion.config.JobFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;

/** Creates the tables of a job, and follows the job when its columns change. */
public final class TableLayout {

  private final Warehouse warehouse;
  private final JobFile job;
  private final Tables tables;

  /** Prepares the work, and does nothing yet. */
  public TableLayout(Warehouse warehouse, JobFile job) {
    this.warehouse = warehouse;
    this.job = job;
    this.tables = Tables.of(job);
  }

  /**
   * Creates tables that are missing, adds columns and widens types.
   *
   * @throws IngestionException if a column has another type or a table another purpose; then
   *     nothing is changed
   */
  public void prepare() {
    List<Runnable> changes = new ArrayList<>();
    plan(tables.records(), TableShape.records(job), changes);
    tables.latest().ifPresent(it -> plan(it, TableShape.latest(job), changes));
    tables.redacted().ifPresent(it -> plan(it, TableShape.redacted(job), changes));
    plan(tables.erased(), TableShape.erased(), changes);
    changes.forEach(Runnable::run);
  }

  private void plan(String name, TableShape shape, List<Runnable> changes) {
    if (!warehouse.exists(name)) {
      changes.add(
          () -> warehouse.create(name, shape.schema(), shape.partitions(), shape.properties()));
      return;
    }
    Table table = warehouse.load(name);
    checkPurpose(name, table, shape);
    SchemaEvolution.plan(name, table, shape.schema()).ifPresent(changes::add);
    shape.repartition(table).ifPresent(changes::add);
  }

  private static void checkPurpose(String name, Table table, TableShape shape) {
    String purpose = table.properties().getOrDefault(TableShape.PURPOSE, "another program's");
    Map<String, String> wanted = shape.properties();
    if (!purpose.equals(wanted.get(TableShape.PURPOSE))) {
      throw IngestionException.failed(
          "table-purpose",
          "the table '%s' is for '%s', not for '%s'; give the dataset another name, or drop the table"
              .formatted(name, purpose, wanted.get(TableShape.PURPOSE)));
    }
  }
}
