package io.exportctl.landing.loader;

import java.util.List;
import java.util.Optional;

/** The catalog that query engines read. Every change is one atomic call. */
interface Catalogue {

  /**
   * Partition of a table.
   *
   * @param timestamp of the extraction
   * @param location folder of its files, as an S3 URI
   */
  record Partition(String timestamp, String location) {}

  Optional<CatalogueTable> find(String database, String name);

  List<CatalogueTable> tables(String database);

  /** Creates a table unless there is one; returns false if there is. */
  boolean create(CatalogueTable table);

  /**
   * Replaces a table; returns false if it is no longer there in the version that the table names.
   */
  boolean replace(CatalogueTable table);

  /** Deletes a table, and its partitions, if it is there. */
  void delete(String database, String name);

  /** Adds a partition unless it is there. */
  void addPartition(CatalogueTable table, Partition partition);

  /** Deletes a partition if it is there. */
  void deletePartition(String database, String name, Partition partition);

  List<Partition> partitions(String database, String name);
}
