package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.key.KeyCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Counts of a task while it reads. */
final class TaskCounts {

  private final int attempt;
  private final List<FileTally> files = new ArrayList<>();
  private final TreeMap<String, Long> reasons = new TreeMap<>();
  private long rejectedInFile;
  private long rows;
  private long blank;
  private long mismatches;
  private long erased;

  TaskCounts(int attempt) {
    this.attempt = attempt;
  }

  void addRow(int columnMismatches) {
    rows++;
    mismatches += columnMismatches;
  }

  void addBlank() {
    blank++;
  }

  void addErased() {
    erased++;
  }

  void reject(String reason) {
    rejectedInFile++;
    reasons.merge(reason, 1L, Long::sum);
  }

  void endFile(String name, long lines, String fault) {
    files.add(new FileTally(name, lines, rejectedInFile, fault));
    rejectedInFile = 0;
  }

  GroupTally tally(long letters, String executor, KeyCounts keys) {
    return new GroupTally(
        attempt,
        new ArrayList<>(files),
        new TreeMap<>(reasons),
        rows,
        blank,
        mismatches,
        erased,
        letters,
        new GroupTally.KeyUse(executor, keys.requests(), keys.hits(), keys.retries()));
  }
}
