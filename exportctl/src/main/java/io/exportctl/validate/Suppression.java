package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.diagnostic.Severity;
import io.exportctl.rule.RuleContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Removes the warnings that comments ignore, and reports faulty comments. */
final class Suppression {

  private final RuleContext context;
  private final List<CheckedFile> files;

  Suppression(RuleContext context, List<CheckedFile> files) {
    this.context = context;
    this.files = files;
  }

  List<Diagnostic> apply(List<Diagnostic> found) {
    List<Ignore> ignores = ignores();
    if (ignores.isEmpty()) {
      return found;
    }
    Map<String, List<Ignore>> byFile =
        ignores.stream().collect(Collectors.groupingBy(ignore -> ignore.document().file()));
    Map<Location, Set<RuleId>> used = new HashMap<>();
    List<Diagnostic> left = new ArrayList<>();
    for (Diagnostic diagnostic : found) {
      Optional<Ignore> ignore =
          byFile.getOrDefault(diagnostic.location().file(), List.of()).stream()
              .filter(candidate -> candidate.covers(diagnostic))
              .findFirst();
      if (ignore.isPresent()) {
        used.computeIfAbsent(ignore.get().location(), first -> new TreeSet<>())
            .add(diagnostic.rule());
      } else {
        left.add(diagnostic);
      }
    }
    Set<String> unchecked = filesWithErrors(found);
    ignores.stream().flatMap(ignore -> fault(ignore, used, unchecked).stream()).forEach(left::add);
    return left;
  }

  private List<Ignore> ignores() {
    List<Ignore> all = new ArrayList<>(Ignore.in(context.platformFile()));
    for (CheckedFile file : files) {
      all.addAll(file.ignores());
    }
    return all;
  }

  private static Set<String> filesWithErrors(List<Diagnostic> found) {
    return found.stream()
        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .map(diagnostic -> diagnostic.location().file())
        .collect(Collectors.toSet());
  }

  /**
   * Returns the fault of an ignore comment, if there is one.
   *
   * @param unchecked files with errors, for which some rules were skipped
   */
  private Optional<Diagnostic> fault(
      Ignore ignore, Map<Location, Set<RuleId>> used, Set<String> unchecked) {
    if (ignore.fault().isPresent()
        || context.platform().isEmpty()
        || unchecked.contains(ignore.document().file())) {
      return ignore.fault();
    }
    Set<RuleId> usedHere = used.getOrDefault(ignore.location(), Set.of());
    List<RuleId> unused = ignore.rules().stream().filter(rule -> !usedHere.contains(rule)).toList();
    return unused.isEmpty() ? Optional.empty() : Optional.of(ignore.unused(unused));
  }
}
