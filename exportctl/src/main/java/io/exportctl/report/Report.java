package io.exportctl.report;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run of {@code validate} found.
 *
 * @param found all of it, in source order
 * @param files that were looked at, each once, as they are printed
 * @param elapsed how long it took
 * @param limit how many problems are shown at most
 */
public record Report(Diagnostics found, List<String> files, Duration elapsed, int limit) {

  /** Where all problems are shown. */
  public static final int NO_LIMIT = Integer.MAX_VALUE;

  public Report {
    files = List.copyOf(files);
  }

  /** How many {@link #allFiles} there are; to sort all to count them would take far longer. */
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

  /** Those that were looked at, and others in which something was found that depends on them. */
  public List<String> allFiles() {
    Set<String> all = new TreeSet<>(files);
    for (Diagnostic problem : found.all()) {
      all.add(problem.location().file());
    }
    return List.copyOf(all);
  }

  /** The problems that are shown: the first, in source order. */
  public Diagnostics shown() {
    return Diagnostics.of(found.all().subList(0, Math.min(limit, found.all().size())));
  }

  /** How many problems are counted, but not shown. */
  public int hidden() {
    return Math.max(0, found.all().size() - limit);
  }
}
