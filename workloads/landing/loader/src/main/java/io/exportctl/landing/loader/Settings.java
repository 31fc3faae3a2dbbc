package io.exportctl.landing.loader;

/**
 * Settings of the loader of one dataset.
 *
 * @param excludeTables tables that may not arrive
 * @param excludeColumns columns that may not arrive
 * @param hashColumns columns that may arrive only as hashes
 * @param frozen true if a table that changed its shape is refused
 * @param historyDays days after which an extraction is deleted, unless it is the newest
 */
record Settings(
    String dataset,
    NamePatterns excludeTables,
    NamePatterns excludeColumns,
    NamePatterns hashColumns,
    boolean frozen,
    int historyDays) {

  /** Name of the database of the catalog that holds the newest state. */
  String database() {
    return dataset;
  }

  /** Name of the database of the catalog that holds every extraction. */
  String historyDatabase() {
    return dataset + "_history";
  }
}
