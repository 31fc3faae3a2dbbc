package io.exportctl.collection.ingestion.run;

import io.exportctl.collection.ingestion.table.DeadLetters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Counts of a date.
 *
 * @param files of all groups, by name
 * @param reasons number of records rejected, by reason
 * @param counts by the names that metrics and records of runs have
 * @param letters paths of the dead letters' files that count
 */
public record Totals(
    List<FileTally> files,
    Map<String, Long> reasons,
    Map<String, Long> counts,
    List<String> letters) {

  static final Totals NONE = new Totals(List.of(), Map.of(), Map.of(), List.of());

  /**
   * Adds up the groups.
   *
   * @param lateFiles number of files that were not there when the date was read before
   */
  static Totals of(
      Map<Integer, GroupTally> groups, Map<String, Long> keys, String folder, long lateFiles) {
    List<FileTally> files = new ArrayList<>();
    Map<String, Long> reasons = new TreeMap<>();
    List<String> letters = new ArrayList<>();
    groups.forEach(
        (partition, group) -> {
          files.addAll(group.files());
          group.reasons().forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
          if (group.letters() > 0) {
            letters.add(DeadLetters.file(folder, partition, group.attempt()));
          }
        });
    files.sort(Comparator.comparing(FileTally::name));
    Map<String, Long> counts = new LinkedHashMap<>();
    long lines = files.stream().mapToLong(FileTally::lines).sum();
    long blank = sum(groups, GroupTally::blank);
    counts.put("files", (long) files.size());
    counts.put("records_read", lines - blank);
    counts.put("records_written", sum(groups, GroupTally::rows));
    counts.put("records_rejected", files.stream().mapToLong(FileTally::rejected).sum());
    counts.put("blank_lines", blank);
    counts.put("erased_dropped", sum(groups, GroupTally::erased));
    counts.put("files_unreadable", files.stream().filter(it -> !it.fault().isEmpty()).count());
    counts.put("late_files", lateFiles);
    counts.put("column_mismatches", sum(groups, GroupTally::mismatches));
    counts.putAll(keys);
    return new Totals(files, reasons, counts, letters);
  }

  /** Returns a count by its name. */
  public long count(String name) {
    return counts.getOrDefault(name, 0L);
  }

  private static long sum(Map<Integer, GroupTally> groups, ToLongFunction<GroupTally> count) {
    return groups.values().stream().mapToLong(count).sum();
  }
}
