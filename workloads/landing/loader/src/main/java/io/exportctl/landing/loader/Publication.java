package io.exportctl.landing.loader;

import io.exportctl.landing.format.Table;
import io.exportctl.landing.loader.Catalogue.Partition;
import io.exportctl.landing.loader.CatalogueTable.CatalogueColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Publication of an extraction in the catalog, after all its parts were converted. It may run
 * several times, and beside the publication of another extraction: each step finds its own result,
 * and an older extraction never replaces a newer one.
 */
final class Publication {

  private final Settings settings;
  private final Catalogue catalogue;
  private final S3Bucket curated;

  Publication(Settings settings, Catalogue catalogue, S3Bucket curated) {
    this.settings = settings;
    this.catalogue = catalogue;
    this.curated = curated;
  }

  /** Returns the tables that have another shape than the newest one that is published. */
  List<String> changedTables(Extraction extraction) {
    List<String> changed = new ArrayList<>();
    for (Table table : extraction.manifest().tables()) {
      catalogue
          .find(settings.database(), table.tableName())
          .filter(it -> !SchemaChanges.same(it.columns(), columns(table)))
          .ifPresent(it -> changed.add(table.tableName()));
    }
    return changed;
  }

  void publish(Extraction extraction) {
    for (Table table : extraction.manifest().tables()) {
      Attempts.until(() -> addToHistory(extraction, table));
    }
    for (Table table : extraction.manifest().tables()) {
      Attempts.until(() -> showNewest(extraction, table));
    }
    deleteVanished(extraction);
  }

  private boolean addToHistory(Extraction extraction, Table table) {
    Partition partition =
        new Partition(extraction.timestamp(), curated.uri(extraction.folder(table)));
    Optional<CatalogueTable> found = catalogue.find(settings.historyDatabase(), table.tableName());
    if (found.isEmpty()) {
      catalogue.create(history(extraction, table, table.tableName(), columns(table)));
      return false;
    }
    CatalogueTable old = found.get();
    Optional<List<CatalogueColumn>> merged = SchemaChanges.merge(old.columns(), columns(table));
    if (merged.isEmpty()) {
      return startAnew(extraction, table, old, partition);
    }
    String newest = later(old.timestamp(), extraction.timestamp());
    boolean current =
        newest.equals(old.timestamp()) && SchemaChanges.same(old.columns(), merged.get());
    if (!current && !catalogue.replace(old.shaped(merged.get(), newest))) {
      return false;
    }
    catalogue.addPartition(old.shaped(columns(table), newest), partition);
    return isInPlace(old, table, partition);
  }

  /** Takes a partition back if the table got another shape meanwhile. */
  private boolean isInPlace(CatalogueTable old, Table table, Partition partition) {
    boolean fits =
        catalogue
            .find(old.database(), old.name())
            .flatMap(it -> SchemaChanges.merge(it.columns(), columns(table)))
            .isPresent();
    if (!fits) {
      catalogue.deletePartition(old.database(), old.name(), partition);
    }
    return fits;
  }

  /**
   * Keeps the extractions so far readable under another name, since their files have another shape.
   * If this extraction is the older one, it is the one that gets the other name.
   */
  private boolean startAnew(
      Extraction extraction, Table table, CatalogueTable old, Partition partition) {
    String name = table.tableName() + "_until_" + extraction.timestamp().toLowerCase(Locale.ROOT);
    if (old.timestamp().compareTo(extraction.timestamp()) > 0) {
      CatalogueTable apart = history(extraction, table, name, columns(table));
      catalogue.create(apart);
      catalogue.addPartition(apart, partition);
      return true;
    }
    List<Partition> earlier = earlier(old, extraction);
    if (!catalogue.find(old.database(), old.name()).equals(Optional.of(old))) {
      return false; // The partitions may have another shape than the table as it was read.
    }
    CatalogueTable aside = old.named(name);
    catalogue.create(aside);
    earlier.forEach(it -> move(it, old, aside));
    if (catalogue.replace(old.shaped(columns(table), extraction.timestamp()))) {
      // Partitions of publications that had read the table before.
      earlier(old, extraction).forEach(it -> move(it, old, aside));
    }
    return false;
  }

  private List<Partition> earlier(CatalogueTable old, Extraction extraction) {
    return catalogue.partitions(old.database(), old.name()).stream()
        .filter(it -> it.timestamp().compareTo(extraction.timestamp()) < 0)
        .toList();
  }

  /** Moves a partition, so that it is in one of the tables at any time. */
  private void move(Partition partition, CatalogueTable from, CatalogueTable to) {
    catalogue.addPartition(to, partition);
    catalogue.deletePartition(from.database(), from.name(), partition);
  }

  private boolean showNewest(Extraction extraction, Table table) {
    CatalogueTable newest =
        new CatalogueTable(
            settings.database(),
            table.tableName(),
            columns(table),
            curated.uri(extraction.folder(table)),
            extraction.timestamp(),
            table.comment(),
            false,
            Optional.empty());
    Optional<CatalogueTable> found = catalogue.find(settings.database(), table.tableName());
    if (found.isEmpty()) {
      return !isNewest(extraction) || catalogue.create(newest);
    }
    if (found.get().timestamp().compareTo(extraction.timestamp()) >= 0) {
      return true;
    }
    return catalogue.replace(newest.versioned(found.get().version()));
  }

  /** Returns false if a table of a newer extraction is published. */
  private boolean isNewest(Extraction extraction) {
    return catalogue.tables(settings.database()).stream()
        .noneMatch(it -> it.timestamp().compareTo(extraction.timestamp()) > 0);
  }

  /**
   * Deletes the tables that the database no longer has; their history stays. Glue cannot delete on
   * a condition: if a newer extraction brings such a table back between the look and the deletion,
   * the table is missing until the next extraction.
   */
  private void deleteVanished(Extraction extraction) {
    Set<String> present =
        extraction.manifest().tables().stream().map(Table::tableName).collect(Collectors.toSet());
    for (CatalogueTable table : catalogue.tables(settings.database())) {
      if (!present.contains(table.name())) {
        catalogue
            .find(settings.database(), table.name())
            .filter(it -> it.timestamp().compareTo(extraction.timestamp()) < 0)
            .ifPresent(it -> catalogue.delete(settings.database(), table.name()));
      }
    }
  }

  private CatalogueTable history(
      Extraction extraction, Table table, String name, List<CatalogueColumn> columns) {
    return new CatalogueTable(
        settings.historyDatabase(),
        name,
        columns,
        curated.uri("%s/%s/".formatted(settings.dataset(), table.tableName())),
        extraction.timestamp(),
        table.comment(),
        true,
        Optional.empty());
  }

  private static List<CatalogueColumn> columns(Table table) {
    return CatalogueTable.columns(LoadedColumn.of(table));
  }

  private static String later(String one, String other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
