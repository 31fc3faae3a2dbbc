package io.exportctl.landing.loader;

import io.exportctl.landing.format.Keys;
import io.exportctl.landing.loader.Catalogue.Partition;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Deletion of old history and of files that nothing refers to.
 *
 * <p>Everything is read before anything is deleted: the files, the arrivals, the catalog, and the
 * arrivals again. A file that was listed therefore belongs to an extraction whose manifest was seen
 * after it, and to a partition that was seen after the extraction's verdict. Nothing of an
 * extraction is touched whose steps may still run, and nothing at all is deleted if a table was put
 * aside meanwhile, since its partitions could have been missed in both places.
 *
 * <p>A partition goes before its files: they follow with the next sweep, after the queries that
 * still read them. Files that are not old stay even if the catalog has lost their partitions,
 * unless the extraction was refused.
 */
final class Retention {

  /** Name of a table that {@link Publication} put aside, with the timestamp of its successor. */
  private static final Pattern PUT_ASIDE = Pattern.compile(".+_until_([0-9]{14})z");

  private final Settings settings;
  private final S3Bucket landing;
  private final S3Bucket curated;
  private final Catalogue catalogue;
  private final Pattern parquet;
  private final Pattern mark;

  Retention(Settings settings, S3Bucket landing, S3Bucket curated, Catalogue catalogue) {
    this.settings = settings;
    this.landing = landing;
    this.curated = curated;
    this.catalogue = catalogue;
    String root = Pattern.quote(settings.dataset() + "/");
    this.parquet = Pattern.compile("(" + root + "[^/]+/extraction_timestamp=([0-9]{14}Z)/)[^/]+");
    this.mark = Pattern.compile(root + "_loading/([0-9]{14}Z)/[^/]+");
  }

  /** Numbers of deletions. */
  record Deleted(int partitions, int tables, int objects) {}

  /** Deletes everything that is due; after a failure, the next run goes on. */
  Deleted run(Instant now) throws IOException {
    List<String> keys = curated.list(settings.dataset() + "/").stream().map(S3Object::key).toList();
    Arrivals before = Arrivals.list(settings.dataset(), landing);
    List<CatalogueTable> newest = catalogue.tables(settings.database());
    List<CatalogueTable> tables = history();
    Map<CatalogueTable, List<Partition>> history = new LinkedHashMap<>();
    tables.forEach(it -> history.put(it, catalogue.partitions(it.database(), it.name())));
    if (!history().equals(tables)) {
      return new Deleted(0, 0, 0);
    }
    Arrivals after = Arrivals.list(settings.dataset(), landing);

    Set<String> kept = new HashSet<>();
    newest.forEach(it -> kept.add(it.timestamp()));
    after.newestPublished().ifPresent(kept::add);
    Predicate<String> isOpen = it -> before.isOpen(it, now) || after.isOpen(it, now);
    Predicate<String> isDue = it -> isOld(it, now) && !kept.contains(it) && !isOpen.test(it);
    Predicate<CatalogueTable> isFinal = it -> isPutAside(it, isOpen);
    Deleted deleted = deleteHistory(history, isDue, isFinal);

    Set<String> locations = new HashSet<>();
    newest.forEach(it -> locations.add(it.location()));
    history.values().forEach(it -> it.forEach(partition -> locations.add(partition.location())));
    Set<String> refused = new HashSet<>();
    int objects = 0;
    for (String key : keys) {
      Matcher file = parquet.matcher(key);
      Matcher done = mark.matcher(key);
      boolean isUseless = done.matches() && !isOpen.test(done.group(1));
      if (file.matches() && !locations.contains(curated.uri(file.group(1)))) {
        String timestamp = file.group(2);
        isUseless = isDue.test(timestamp) || refused.contains(timestamp);
        if (!isUseless && !isOpen.test(timestamp) && after.isRefused(timestamp)) {
          refused.add(timestamp);
          isUseless = true;
        }
      }
      if (isUseless) {
        curated.delete(key);
        objects++;
      }
    }
    return new Deleted(deleted.partitions(), deleted.tables(), objects);
  }

  /** Tables by their names: partitions move from a table to one that was put aside. */
  private List<CatalogueTable> history() {
    return catalogue.tables(settings.historyDatabase()).stream()
        .sorted(Comparator.comparing(CatalogueTable::name))
        .toList();
  }

  /**
   * Deletes partitions, and tables that have none left.
   *
   * @param isDue true for the timestamp of a partition that is to be deleted
   * @param isFinal true for a table that is to be deleted after its last partition
   */
  private Deleted deleteHistory(
      Map<CatalogueTable, List<Partition>> history,
      Predicate<String> isDue,
      Predicate<CatalogueTable> isFinal) {
    int partitions = 0;
    int tables = 0;
    for (Map.Entry<CatalogueTable, List<Partition>> entry : history.entrySet()) {
      CatalogueTable table = entry.getKey();
      List<Partition> due =
          entry.getValue().stream().filter(it -> isDue.test(it.timestamp())).toList();
      due.forEach(it -> catalogue.deletePartition(table.database(), table.name(), it));
      partitions += due.size();
      if (due.size() == entry.getValue().size() && isFinal.test(table)) {
        catalogue.delete(table.database(), table.name());
        tables++;
      }
    }
    return new Deleted(partitions, tables, 0);
  }

  private boolean isOld(String timestamp, Instant now) {
    Instant limit = now.minus(Duration.ofDays(settings.historyDays()));
    return timestamp.compareTo(Keys.timestamp(limit)) < 0;
  }

  /** Returns true for a table that was put aside, and to which no more partitions can come. */
  private static boolean isPutAside(CatalogueTable table, Predicate<String> isOpen) {
    Matcher name = PUT_ASIDE.matcher(table.name());
    return name.matches() && !isOpen.test(name.group(1) + "Z");
  }
}
