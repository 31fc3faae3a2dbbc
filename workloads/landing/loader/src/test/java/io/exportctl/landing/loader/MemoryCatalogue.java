package io.exportctl.landing.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Catalog in memory that refuses to replace a table in a version that is no longer there. */
final class MemoryCatalogue implements Catalogue {

  private final TreeMap<String, CatalogueTable> tables = new TreeMap<>();
  private final TreeMap<String, TreeMap<String, Partition>> partitions = new TreeMap<>();
  private int version;

  /** Runs before each call that writes. */
  Runnable beforeWrite = () -> {};

  @Override
  public Optional<CatalogueTable> find(String database, String name) {
    return Optional.ofNullable(tables.get(database + "." + name));
  }

  @Override
  public List<String> names(String database) {
    return tables.values().stream()
        .filter(it -> it.database().equals(database))
        .map(CatalogueTable::name)
        .toList();
  }

  @Override
  public boolean create(CatalogueTable table) {
    beforeWrite.run();
    return tables.putIfAbsent(key(table), table.versioned(next())) == null;
  }

  @Override
  public boolean replace(CatalogueTable table) {
    beforeWrite.run();
    CatalogueTable now = tables.get(key(table));
    if (now == null || !now.version().equals(table.version())) {
      return false;
    }
    tables.put(key(table), table.versioned(next()));
    return true;
  }

  @Override
  public void delete(String database, String name) {
    beforeWrite.run();
    tables.remove(database + "." + name);
    partitions.remove(database + "." + name);
  }

  @Override
  public void addPartition(CatalogueTable table, Partition partition) {
    beforeWrite.run();
    partitions
        .computeIfAbsent(key(table), key -> new TreeMap<>())
        .putIfAbsent(partition.timestamp(), partition);
  }

  @Override
  public List<Partition> partitions(String database, String name) {
    return new ArrayList<>(
        partitions.getOrDefault(database + "." + name, new TreeMap<>()).values());
  }

  private Optional<String> next() {
    version++;
    return Optional.of(Integer.toString(version));
  }

  private static String key(CatalogueTable table) {
    return table.database() + "." + table.name();
  }
}
