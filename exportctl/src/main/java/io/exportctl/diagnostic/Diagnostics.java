package io.exportctl.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Findings in source order, without duplicates. */
public record Diagnostics(List<Diagnostic> all) {

  public Diagnostics {
    all =
        isInOrder(all)
            ? List.copyOf(all)
            : distinct(all.stream().sorted(Diagnostic::inReports).toList());
  }

  /** Returns true if the list is already sorted and free of duplicates. */
  private static boolean isInOrder(List<Diagnostic> all) {
    for (int i = 1; i < all.size(); i++) {
      if (Diagnostic.inReports(all.get(i - 1), all.get(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Removes duplicates, which may be separated by findings of the same place in the order. */
  private static List<Diagnostic> distinct(List<Diagnostic> sorted) {
    List<Diagnostic> distinct = new ArrayList<>(sorted.size());
    int sameFrom = 0;
    for (Diagnostic diagnostic : sorted) {
      if (!distinct.isEmpty()
          && Diagnostic.inReports(distinct.get(distinct.size() - 1), diagnostic) != 0) {
        sameFrom = distinct.size();
      }
      if (!distinct.subList(sameFrom, distinct.size()).contains(diagnostic)) {
        distinct.add(diagnostic);
      }
    }
    return List.copyOf(distinct);
  }

  public static Diagnostics of(Collection<Diagnostic> found) {
    return new Diagnostics(List.copyOf(found));
  }

  public boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  public long count(Severity severity) {
    long count = 0;
    for (Diagnostic diagnostic : all) {
      count += diagnostic.severity() == severity ? 1 : 0;
    }
    return count;
  }

  /** Returns the number of files with findings. */
  public long files() {
    Set<String> files = new HashSet<>();
    for (Diagnostic diagnostic : all) {
      files.add(diagnostic.location().file());
    }
    return files.size();
  }

  /** Returns all findings as errors. */
  public Diagnostics asErrors() {
    return of(all.stream().map(Diagnostic::asError).toList());
  }

  /**
   * Returns the findings with those that depend on the date as warnings. The errors that remain are
   * those that stop {@code render}.
   */
  public Diagnostics onAnyDate() {
    return of(all.stream().map(Diagnostic::onAnyDate).toList());
  }

  public Diagnostics errors() {
    return filter(found -> found.severity() == Severity.ERROR);
  }

  /** Returns these findings with some more. */
  public Diagnostics and(List<Diagnostic> more) {
    return of(Stream.concat(all.stream(), more.stream()).toList());
  }

  /** Returns the findings that match a condition. */
  public Diagnostics filter(Predicate<Diagnostic> wanted) {
    return of(all.stream().filter(wanted).toList());
  }
}
