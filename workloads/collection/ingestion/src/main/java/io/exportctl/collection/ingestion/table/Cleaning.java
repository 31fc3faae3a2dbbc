package io.exportctl.collection.ingestion.table;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.apache.iceberg.Table;
import org.apache.iceberg.actions.ExpireSnapshots;
import org.apache.iceberg.spark.actions.SparkActions;

/** Rewrites and deletes files of one table. */
final class Cleaning {

  private static final String ALL = "rewrite-all";

  private final Warehouse warehouse;
  private final String name;

  Cleaning(Warehouse warehouse, String name) {
    this.warehouse = warehouse;
    this.name = name;
  }

  /** Removes branches of runs by their names. */
  List<String> removeBranches(Predicate<String> which) {
    Table table = warehouse.load(name);
    List<String> removed =
        table.refs().keySet().stream().filter(Staging::isOfRun).filter(which).sorted().toList();
    removed.forEach(it -> table.manageSnapshots().removeBranch(it).commit());
    return removed;
  }

  /** Puts small files together, and rows and their deletions into new files. */
  void compact() {
    Table table = warehouse.load(name);
    actions().rewriteDataFiles(table).option("delete-file-threshold", "10").execute();
    actions().rewritePositionDeletes(warehouse.load(name)).execute();
  }

  /** Rewrites all files, so that none has a row that was deleted or replaced. */
  void rewriteAll() {
    actions()
        .rewriteDataFiles(warehouse.load(name))
        .option(ALL, "true")
        .option("remove-dangling-deletes", "true")
        .execute();
  }

  /**
   * Deletes snapshots before a time but the current one, and the files that only they have.
   *
   * @return number of data files deleted
   */
  long expire(Instant before) {
    ExpireSnapshots.Result result =
        actions()
            .expireSnapshots(warehouse.load(name))
            .expireOlderThan(before.toEpochMilli())
            .retainLast(1)
            .execute();
    return result.deletedDataFilesCount();
  }

  /** Deletes files that no snapshot has, and that are older than a time. */
  void deleteOrphans(Instant before) {
    actions().deleteOrphanFiles(warehouse.load(name)).olderThan(before.toEpochMilli()).execute();
  }

  private SparkActions actions() {
    return SparkActions.get(warehouse.spark());
  }
}
