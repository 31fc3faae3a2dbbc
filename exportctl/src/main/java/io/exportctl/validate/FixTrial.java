package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.diagnostic.Severity;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlReader;
import io.exportctl.yaml.edit.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A finding's fix, applied to a copy of its file.
 *
 * @param before findings in the file as it is
 * @param found the finding with its fix
 * @param after the file with the fix
 * @param isReadable false if other faults of syntax hide those of the fixed lines
 * @param then findings in the file with the fix
 */
record FixTrial(
    YamlDocument document,
    List<Diagnostic> before,
    Diagnostic found,
    YamlDocument after,
    boolean isReadable,
    List<Diagnostic> then) {

  /** Maximum number of other faults of syntax in a file, so that the fixed lines can be judged. */
  private static final int MOST_FAULTS = 20;

  /** Faults of the lines themselves rather than of a value in them. */
  private static final Set<RuleId> IN_STRUCTURE =
      EnumSet.of(RuleId.YAML_SYNTAX, RuleId.UNKNOWN_KEY, RuleId.DUPLICATE_KEY, RuleId.WRONG_TYPE);

  static FixTrial of(
      YamlDocument document,
      List<Diagnostic> before,
      Diagnostic found,
      Function<YamlDocument, List<Diagnostic>> check) {
    SourceText text = new SourceText(String.join("\n", document.lines()));
    String fixed = text.with(found.fix().stream().toList()).text();
    YamlDocument after = read(document.file(), fixed);
    YamlDocument readable = withoutOtherFaults(after, fixedLines(found));
    List<Diagnostic> then = new ArrayList<>(check.apply(readable));
    if (!readable.lines().equals(after.lines())) {
      then.addAll(after.problems());
    }
    return new FixTrial(document, before, found, after, readable.root().isPresent(), then);
  }

  private static YamlDocument read(String file, String text) {
    return YamlReader.read(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Empties the other lines with faults of syntax, which would hide those of the fixed lines. */
  private static YamlDocument withoutOtherFaults(YamlDocument after, Set<Integer> fixedLines) {
    YamlDocument readable = after;
    for (int i = 0; i < MOST_FAULTS && !readable.alternatives().isEmpty(); i++) {
      int line = readable.problems().get(readable.problems().size() - 1).location().line();
      List<String> lines = new ArrayList<>(readable.lines());
      if (fixedLines.contains(line) || lines.get(line - 1).isEmpty()) {
        break;
      }
      lines.set(line - 1, "");
      readable = read(after.file(), String.join("\n", lines));
    }
    return readable;
  }

  /** Returns true if the finding is gone, and the fixed lines have no new error. */
  boolean isValid() {
    return isGone()
        && newErrors().isEmpty()
        && (isSafe(found) ? document.root().isEmpty() || isNotWorse() : isReadable);
  }

  /** Returns true if {@code exportctl fix} takes the fix: it does not reveal too many errors. */
  private boolean isNotWorse() {
    long unfixable = then.stream().filter(one -> isError(one) && !isSafe(one)).count();
    return unfixable <= before.stream().filter(FixTrial::isError).count();
  }

  private static boolean isError(Diagnostic one) {
    return one.severity() == Severity.ERROR;
  }

  /** Returns true if all that is still wrong in the fixed lines are values beside the fix. */
  boolean isRight() {
    return isGone()
        && newErrors().stream().noneMatch(one -> IN_STRUCTURE.contains(one.rule()) || isIn(one));
  }

  /** Returns true if the fixed lines can be read. */
  boolean isParsed() {
    return isGone() && newErrors().stream().noneMatch(one -> one.rule() == RuleId.YAML_SYNTAX);
  }

  /** Returns true if the fix neither adds nor removes lines. */
  boolean keepsLines() {
    return document.lines().size() == after.lines().size();
  }

  /** Returns the new errors in the fixed lines. */
  List<Diagnostic> newErrors() {
    Set<Integer> fixed = fixedLines(found);
    return then.stream()
        .filter(one -> one.severity() == Severity.ERROR && one.rule() != RuleId.MISSING_KEY)
        .filter(one -> fixed.contains(one.location().line()))
        .filter(one -> count(then, one, false) > count(before, one, false))
        .toList();
  }

  /** Returns the numbers of the fixed lines in the fixed file. */
  static Set<Integer> fixedLines(Diagnostic found) {
    Set<Integer> lines = new HashSet<>();
    int shift = 0;
    for (Fix.Edit edit : edits(found)) {
      int first = edit.line() + shift;
      int added = (int) edit.text().chars().filter(character -> character == '\n').count();
      boolean removesLines = edit.text().isEmpty() && edit.line() < edit.endLine();
      if (!removesLines) {
        IntStream.rangeClosed(first, first + added).forEach(lines::add);
      }
      shift += added - (edit.endLine() - edit.line());
    }
    return lines;
  }

  /** Returns the edit for all lines that were changed since an earlier trial. */
  Optional<Fix.Edit> since(FixTrial first) {
    List<String> old = first.document.lines();
    List<String> now = after.lines();
    int most = Math.min(old.size(), now.size());
    int start = 0;
    while (start < most && old.get(start).equals(now.get(start))) {
      start++;
    }
    int kept = 0;
    while (kept < most - start
        && old.get(old.size() - 1 - kept).equals(now.get(now.size() - 1 - kept))) {
      kept++;
    }
    int end = old.size() - kept;
    if (start == end) {
      return Optional.empty();
    }
    String last = old.get(end - 1);
    String text = String.join("\n", now.subList(start, now.size() - kept));
    int endColumn = last.codePointCount(0, last.length()) + 1;
    return Optional.of(new Fix.Edit(start + 1, 1, end, endColumn, text));
  }

  static boolean isSafe(Diagnostic one) {
    return one.fix().filter(Fix::isSafe).isPresent();
  }

  /** Returns true if there are fewer findings of this sort, in the same line if lines stay. */
  private boolean isGone() {
    Set<Integer> fixed = fixedLines(found);
    return document.root().isPresent()
        ? count(then, found, keepsLines()) < count(before, found, keepsLines())
        : then.stream()
            .filter(one -> one.rule() == found.rule() && one.message().equals(found.message()))
            .noneMatch(one -> fixed.contains(one.location().line()));
  }

  private static long count(List<Diagnostic> all, Diagnostic like, boolean inLine) {
    return all.stream()
        .filter(one -> one.rule() == like.rule() && one.message().equals(like.message()))
        .filter(one -> !inLine || one.location().line() == like.location().line())
        .count();
  }

  /** Returns true if an error is in text that the fix has written. */
  private boolean isIn(Diagnostic error) {
    int start = error.location().column();
    int end = start + error.location().length();
    return edits(found).stream()
        .filter(edit -> edit.line() == error.location().line() && !edit.text().isBlank())
        .anyMatch(edit -> start < edit.column() + edit.text().length() && edit.column() < end);
  }

  private static List<Fix.Edit> edits(Diagnostic found) {
    return found.fix().orElse(null) instanceof Fix.Rewrite rewrite ? rewrite.edits() : List.of();
  }
}
