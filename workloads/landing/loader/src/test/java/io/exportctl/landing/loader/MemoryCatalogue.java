package io.exportctl.landing.loader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Catalog in memory that refuses to replace a table in a version that is no longer there. */
final class MemoryCatalogue implements Catalogue {

  private final TreeMap<String, CatalogueTable> tables = new TreeMap<>();
  private final TreeMap<String, TreeMap<String, Partition>> partitions = new TreeMap<>();
  private int version;

  /** Runs before each call that reads. */
  Runnable beforeRead = () -> {};

  /** Runs before each call that writes. */
  Runnable beforeWrite = () -> {};

  /** Returns a catalog with the same tables and partitions. */
  MemoryCatalogue copy() {
    MemoryCatalogue copy = new MemoryCatalogue();
    copy.tables.putAll(tables);
    partitions.forEach((table, all) -> copy.partitions.put(table, new TreeMap<>(all)));
    copy.version = version;
    return copy;
  }

  @Override
  public Optional<CatalogueTable> find(String database, String name) {
    beforeRead.run();
    return Optional.ofNullable(tables.get(database + "." + name));
  }

  @Override
  public List<CatalogueTable> tables(String database) {
    beforeRead.run();
    return tables.values().stream().filter(it -> it.database().equals(database)).toList();
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
    partitionsOf(table.database(), table.name()).putIfAbsent(partition.timestamp(), partition);
  }

  @Override
  public void deletePartition(String database, String name, Partition partition) {
    beforeWrite.run();
    partitionsOf(database, name).remove(partition.timestamp());
  }

  @Override
  public List<Partition> partitions(String database, String name) {
    beforeRead.run();
    return new ArrayList<>(partitionsOf(database, name).values());
  }

  private Map<String, Partition> partitionsOf(String database, String name) {
    if (!tables.containsKey(database + "." + name)) {
      throw new IllegalStateException("there is no table %s.%s".formatted(database, name));
    }
    return partitions.computeIfAbsent(database + "." + name, key -> new TreeMap<>());
  }

  private Optional<String> next() {
    version++;
    return Optional.of(Integer.toString(version));
  }

  private static String key(CatalogueTable table) {
    return table.database() + "." + table.name();
  }
}
