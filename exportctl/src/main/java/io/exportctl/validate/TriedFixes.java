package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tries the fixes of a file's findings on a copy, so that no line is shown as an example that the
 * next run would refuse. Of several explanations of a fault, the first whose fix is valid is given.
 */
final class TriedFixes {

  /**
   * Number of characters that the trials of one file may read together. It bounds the time for a
   * large file with many faults; other fixes are not shown.
   */
  private static final int MOST_TEXT = 128 << 10;

  /** Maximum number of fixes in the same line that follow from one another. */
  private static final int MOST_STEPS = 3;

  private final Function<YamlDocument, List<Diagnostic>> check;
  private int text;

  /**
   * Prepares for one file.
   *
   * @param check returns all findings in a copy of the file
   */
  TriedFixes(Function<YamlDocument, List<Diagnostic>> check) {
    this.check = check;
  }

  /** Returns the findings with valid fixes, and further faults of syntax that they reveal. */
  List<Diagnostic> of(YamlDocument document, List<Diagnostic> found) {
    List<Diagnostic> tried = new ArrayList<>(found.size());
    for (Diagnostic one : found) {
      if (document.alternatives().isEmpty() || !one.equals(last(document))) {
        tried.add(choose(document, found, List.of(one)));
      } else {
        tried.addAll(syntax(document, found));
      }
    }
    return tried;
  }

  private static Diagnostic last(YamlDocument document) {
    return document.problems().get(document.problems().size() - 1);
  }

  /**
   * Returns the fault at which the parser gave up, and those after it as long as each has a certain
   * fix, so that they do not come to light one by one.
   */
  private List<Diagnostic> syntax(YamlDocument document, List<Diagnostic> found) {
    List<Diagnostic> faults = new ArrayList<>();
    Set<Integer> fixed = new HashSet<>();
    YamlDocument current = document;
    List<Diagnostic> left = found;
    while (!current.alternatives().isEmpty() && !fixed.contains(last(current).location().line())) {
      List<Diagnostic> explanations = new ArrayList<>();
      explanations.add(last(current));
      explanations.addAll(current.alternatives());
      Diagnostic chosen = choose(current, left, explanations);
      faults.add(chosen);
      if (chosen.fix().filter(Fix::isSafe).isEmpty() || isExhausted()) {
        return faults;
      }
      FixTrial trial = attempt(current, left, chosen);
      if (!trial.keepsLines()) {
        return faults;
      }
      fixed.addAll(FixTrial.fixedLines(chosen));
      current = trial.after();
      left = trial.then();
    }
    return faults;
  }

  /** Returns the first of several explanations whose fix is valid, else the most likely one. */
  private Diagnostic choose(
      YamlDocument document, List<Diagnostic> found, List<Diagnostic> explanations) {
    Optional<Diagnostic> right = Optional.empty();
    Optional<Diagnostic> parsed = Optional.empty();
    for (Diagnostic one : explanations) {
      if (!(one.fix().orElse(null) instanceof Fix.Rewrite fix) || isExhausted()) {
        return best(right, parsed)
            .map(best -> without(best, explanations))
            .orElseGet(() -> without(one));
      }
      FixTrial trial = attempt(document, found, one);
      Optional<List<Fix.Edit>> shown = follow(trial, trial, MOST_STEPS);
      if (shown.isPresent()) {
        return one.withFix(fix.showing(shown.get()));
      }
      right = right.isEmpty() && trial.isRight() ? Optional.of(one) : right;
      parsed = parsed.isEmpty() && trial.isParsed() ? Optional.of(one) : parsed;
    }
    return without(best(right, parsed).orElse(explanations.get(0)), explanations);
  }

  private static Optional<Diagnostic> best(Optional<Diagnostic> one, Optional<Diagnostic> other) {
    return one.isPresent() ? one : other;
  }

  /** Returns the fix's edits, with those of the faults that it reveals in its line. */
  private Optional<List<Fix.Edit>> follow(FixTrial first, FixTrial last, int steps) {
    if (last.isValid()) {
      return steps == MOST_STEPS
          ? first.found().fix().map(fix -> ((Fix.Rewrite) fix).edits())
          : last.since(first).map(List::of);
    }
    Optional<Diagnostic> next =
        last.newErrors().stream()
            .filter(one -> one.fix().orElse(null) instanceof Fix.Rewrite)
            .filter(one -> FixTrial.isSafe(one) || !FixTrial.isSafe(first.found()))
            .findFirst();
    return next.isEmpty() || steps == 0 || isExhausted()
        ? Optional.empty()
        : follow(first, attempt(last.after(), last.then(), next.get()), steps - 1);
  }

  private FixTrial attempt(YamlDocument document, List<Diagnostic> found, Diagnostic one) {
    text += document.lines().stream().mapToInt(line -> line.length() + 1).sum();
    return FixTrial.of(document, found, one, check);
  }

  private boolean isExhausted() {
    return text >= MOST_TEXT;
  }

  /** Returns an explanation without a fix that is a guess, with the help for this case if any. */
  private static Diagnostic without(Diagnostic one, List<Diagnostic> explanations) {
    return one.fix().filter(Fix::isSafe).isPresent()
        ? without(one)
        : explanations.stream()
            .filter(other -> other.fix().isEmpty() && other.message().equals(one.message()))
            .findFirst()
            .orElseGet(() -> without(one));
  }

  /** Takes away a fix that is a guess; one that is certain remains, but its line is not shown. */
  private static Diagnostic without(Diagnostic one) {
    return one.fix().orElse(null) instanceof Fix.Rewrite rewrite
        ? rewrite.isSafe() ? one.withFix(rewrite.showing(List.of())) : one.withoutFix()
        : one;
  }
}
