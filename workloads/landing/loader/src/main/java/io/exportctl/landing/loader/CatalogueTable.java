package io.exportctl.landing.loader;

import java.util.List;
import java.util.Optional;

/**
 * Table of the catalog.
 *
 * @param location folder of the files, as an S3 URI
 * @param timestamp of the newest extraction that shaped it
 * @param partitioned true if it holds every extraction, by its timestamp
 * @param version of the table as it was read, if the catalog has it
 */
record CatalogueTable(
    String database,
    String name,
    List<CatalogueColumn> columns,
    String location,
    String timestamp,
    String comment,
    boolean partitioned,
    Optional<String> version) {

  CatalogueTable {
    columns = List.copyOf(columns);
  }

  /**
   * Column of a table.
   *
   * @param type in the words of Glue
   */
  record CatalogueColumn(String name, String type, String comment) {}

  /** Returns the same table with other columns, as of an extraction. */
  CatalogueTable shaped(List<CatalogueColumn> other, String asOf) {
    return new CatalogueTable(database, name, other, location, asOf, comment, partitioned, version);
  }

  /** Returns a new table under another name. */
  CatalogueTable named(String other) {
    return new CatalogueTable(
        database, other, columns, location, timestamp, comment, partitioned, Optional.empty());
  }

  /** Returns the same table as a change of a version. */
  CatalogueTable versioned(Optional<String> other) {
    return new CatalogueTable(
        database, name, columns, location, timestamp, comment, partitioned, other);
  }

  static List<CatalogueColumn> columns(List<LoadedColumn> columns) {
    return columns.stream()
        .map(it -> new CatalogueColumn(it.name(), it.glueType(), it.comment()))
        .toList();
  }
}
