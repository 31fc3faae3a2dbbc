package io.exportctl.report;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Result of a run of {@code validate}.
 *
 * @param found all problems, in source order
 * @param files the printed paths of the checked files, each once
 * @param elapsed the duration of the run
 * @param limit the maximum number of problems shown
 */
public record Report(Diagnostics found, List<String> files, Duration elapsed, int limit) {

  /** Limit that shows all problems. */
  public static final int NO_LIMIT = Integer.MAX_VALUE;

  public Report {
    files = List.copyOf(files);
  }

  /** Returns the number of {@link #allFiles} without sorting them. */
  int fileCount() {
    Set<String> others = new HashSet<>();
    for (Diagnostic problem : found.all()) {
      others.add(problem.location().file());
    }
    for (String file : files) {
      others.remove(file);
    }
    return files.size() + others.size();
  }

  /** Returns the checked files, and further files with problems that depend on them; sorted. */
  public List<String> allFiles() {
    Set<String> all = new TreeSet<>(files);
    for (Diagnostic problem : found.all()) {
      all.add(problem.location().file());
    }
    return List.copyOf(all);
  }

  /** Returns the problems that are shown: the first ones in source order. */
  public Diagnostics shown() {
    return Diagnostics.of(found.all().subList(0, Math.min(limit, found.all().size())));
  }

  /** Returns the number of problems that are not shown. */
  public int hidden() {
    return Math.max(0, found.all().size() - limit);
  }
}
