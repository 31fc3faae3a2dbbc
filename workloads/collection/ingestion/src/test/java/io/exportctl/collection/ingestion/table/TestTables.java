package io.exportctl.collection.ingestion.table;

/** Tables as they were. */
public final class TestTables {

  private TestTables() {}

  /** Brings an earlier snapshot of a table back. */
  public static void rollBack(Warehouse warehouse, String table, long snapshot) {
    warehouse.load(table).manageSnapshots().rollbackTo(snapshot).commit();
    warehouse.spark().catalog().refreshTable(warehouse.sqlName(table));
  }
}
