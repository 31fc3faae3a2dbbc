package io.exportctl.landing.loader;

/**
 * Settings of the loader of one dataset.
 *
 * @param excludeTables tables that may not arrive
 * @param excludeColumns columns that may not arrive
 * @param frozen true if a table that changed its shape is refused
 */
record Settings(
    String dataset, NamePatterns excludeTables, NamePatterns excludeColumns, boolean frozen) {

  /** Name of the database of the catalog that holds the newest state. */
  String database() {
    return dataset;
  }

  /** Name of the database of the catalog that holds every extraction. */
  String historyDatabase() {
    return dataset + "_history";
  }
}
