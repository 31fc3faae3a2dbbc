package io.exportctl.fix;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Findings grouped by file.
 *
 * @param findings the findings of each file, by its printed path
 */
record FindingsByFile(Map<String, List<Diagnostic>> findings) {

  static FindingsByFile of(Diagnostics found, Predicate<Diagnostic> wanted) {
    return new FindingsByFile(
        found.all().stream()
            .filter(wanted)
            .collect(Collectors.groupingBy(one -> one.location().file())));
  }

  Set<String> files() {
    return findings.keySet();
  }

  /** Returns the findings in a file, an empty list if there are none. */
  List<Diagnostic> in(String file) {
    return findings.getOrDefault(file, List.of());
  }

  /**
   * Returns true if a file has no more errors than before, and its fixed findings are gone. Errors
   * that come to light and have safe fixes do not count, nor do any below a fault of YAML, which
   * hides all others.
   *
   * @param fixed findings that must be fewer than before
   */
  boolean isBetter(String file, FindingsByFile before, List<Diagnostic> fixed) {
    boolean wasHidden = before.in(file).stream().anyMatch(one -> one.rule() == RuleId.YAML_SYNTAX);
    List<Diagnostic> unfixable =
        in(file).stream().filter(one -> one.fix().filter(Fix::isSafe).isEmpty()).toList();
    return (wasHidden || errors(unfixable) <= errors(before.in(file)))
        && fixed.stream().allMatch(one -> count(in(file), one) < count(before.in(file), one));
  }

  private static long errors(List<Diagnostic> found) {
    return found.stream().filter(one -> one.severity() == Severity.ERROR).count();
  }

  private static long count(List<Diagnostic> found, Diagnostic like) {
    return found.stream()
        .filter(one -> one.rule() == like.rule() && one.message().equals(like.message()))
        .count();
  }
}
