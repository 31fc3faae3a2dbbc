package io.exportctl.diagnostic;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** All that was found, in source order and without repetition. */
public record Diagnostics(List<Diagnostic> all) {

  public Diagnostics {
    all = all.stream().distinct().sorted().toList();
  }

  public static Diagnostics of(Collection<Diagnostic> found) {
    return new Diagnostics(List.copyOf(found));
  }

  public boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  public long count(Severity severity) {
    return all.stream().filter(diagnostic -> diagnostic.severity() == severity).count();
  }

  /** In how many files something was found. */
  public long files() {
    return all.stream().map(diagnostic -> diagnostic.location().file()).distinct().count();
  }

  /** All as errors. */
  public Diagnostics asErrors() {
    return of(all.stream().map(Diagnostic::asError).toList());
  }

  /** Only what is wanted. */
  public Diagnostics filter(Predicate<Diagnostic> wanted) {
    return of(all.stream().filter(wanted).toList());
  }
}
