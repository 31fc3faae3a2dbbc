package io.exportctl.collection.ingestion.table;

import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.store.Store;
import io.exportctl.collection.ingestion.store.StoredFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The weekly work on a collection's tables and files. */
public final class Maintenance {

  /** Time for which a run may last; branches of younger runs stay. */
  private static final Duration LONGEST_RUN = Duration.ofDays(1);

  private final Warehouse warehouse;
  private final Store store;
  private final JobFile job;

  /**
   * @param store the warehouse's root
   */
  public Maintenance(Warehouse warehouse, Store store, JobFile job) {
    this.warehouse = warehouse;
    this.store = store;
    this.job = job;
  }

  /**
   * Puts small files together; removes branches of runs that crashed, and what is older than the
   * job's recovery days: snapshots with their files, files that belong to nothing, dead letters,
   * and JSON lines that were replaced.
   *
   * @param youngBranches branches of runs that may still be in progress
   * @return numbers of what was removed, by a name for a person
   */
  public Map<String, Long> maintain(Set<String> youngBranches, Instant now) throws IOException {
    Instant before = now.minus(Duration.ofDays(job.recoveryDays()));
    Map<String, Long> removed = new LinkedHashMap<>();
    for (String table : Tables.of(job).withRows()) {
      if (warehouse.exists(table)) {
        Cleaning cleaning = new Cleaning(warehouse, table);
        int branches = cleaning.removeBranches(it -> !youngBranches.contains(it)).size();
        removed.merge("branches", (long) branches, Long::sum);
        cleaning.compact();
        removed.merge("data files", cleaning.expire(before), Long::sum);
        // Younger files may be those of a run that has not committed yet.
        cleaning.deleteOrphans(before);
      }
    }
    removed.put("dead letters", deleteLetters(before));
    JsonLines lines = new JsonLines(warehouse, store, job);
    for (LocalDate date : lines.dates()) {
      lines.deleteOld(date);
    }
    return removed;
  }

  /** Time before which a run that is not complete has crashed. */
  public static Instant crashedBefore(Instant now) {
    return now.minus(LONGEST_RUN);
  }

  private long deleteLetters(Instant before) throws IOException {
    long deleted = 0;
    for (StoredFile file : store.list("dead/" + job.name())) {
      if (file.modified() < before.toEpochMilli()) {
        store.delete(file.path());
        deleted++;
      }
    }
    return deleted;
  }
}
