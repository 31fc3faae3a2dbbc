package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.Quantity;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Explains a line whose indentation fits no line above: a key below the list that it does not
 * belong to, a list entry deeper than the one above it.
 */
record IndentAdvice(YamlDocument source, SourceLines lines) {

  /** Returns one explanation for each line above that the line may belong beside, nearest first. */
  List<Diagnostic> diagnose(int line) {
    if (!lines.isKey(line) && !lines.isEntry(line)) {
      return List.of();
    }
    List<Diagnostic> found = new ArrayList<>();
    if (lines.indent(line) == 0 && isFirstKeyTooDeep()) {
      found.add(misfit(firstLine(), line, significant(firstLine(), line)));
    }
    List<Integer> above = lines.isEntry(line) ? entriesAbove(line) : keysAbove(line);
    if (above.isEmpty() || lines.indent(above.get(0)) != lines.indent(line)) {
      above.stream()
          .filter(beside -> lines.indent(beside) != lines.indent(line))
          .forEach(beside -> found.add(misfit(line, beside, movedWith(line, beside))));
    }
    return List.copyOf(found);
  }

  /** Returns the nearest key above for each level that is still open. */
  private List<Integer> keysAbove(int line) {
    List<Integer> keys = new ArrayList<>();
    int limit = Integer.MAX_VALUE;
    for (int above : significantAbove(line)) {
      int indent = lines.indent(above);
      if (lines.isEntry(above)) {
        limit = Math.min(limit, indent + 1);
      } else if (lines.isKey(above) && indent < limit) {
        limit = indent;
        keys.add(above);
      }
    }
    return keys;
  }

  /** Returns the nearest entry above for each list that is still open. */
  private List<Integer> entriesAbove(int line) {
    List<Integer> entries = new ArrayList<>();
    int limit = Integer.MAX_VALUE;
    for (int above : significantAbove(line)) {
      int indent = lines.indent(above);
      if (indent < limit) {
        limit = indent;
        if (lines.isEntry(above)) {
          entries.add(above);
        }
      }
    }
    return entries;
  }

  private List<Integer> significantAbove(int line) {
    List<Integer> above = new ArrayList<>(significant(1, line));
    Collections.reverse(above);
    return above;
  }

  private List<Integer> significant(int from, int to) {
    return IntStream.range(from, to).filter(lines::isSignificant).boxed().toList();
  }

  private int firstLine() {
    return significant(1, lines.count() + 1).get(0);
  }

  /** Returns true if no more keys stand under the first one than at the margin. */
  private boolean isFirstKeyTooDeep() {
    int indent = lines.indent(firstLine());
    return indent > 0 && lines.isKey(firstLine()) && keysIndentedBy(indent) <= keysIndentedBy(0);
  }

  private long keysIndentedBy(int indent) {
    return IntStream.rangeClosed(1, lines.count())
        .filter(line -> lines.isKey(line) && lines.indent(line) == indent)
        .count();
  }

  /** Returns the lines that move with a line: those beside it, with the lines that they hold. */
  private List<Integer> movedWith(int line, int beside) {
    boolean isOutwards = lines.indent(beside) < lines.indent(line);
    List<Integer> block = new ArrayList<>(List.of(line));
    int siblings = 0;
    for (int below : significant(line + 1, lines.count() + 1)) {
      boolean isSibling =
          lines.indent(below) == lines.indent(line) && lines.isEntry(below) == lines.isEntry(line);
      if (lines.indent(below) < lines.indent(line) || (!isOutwards && !isSibling)) {
        break;
      }
      siblings += isSibling ? 1 : 0;
      block.add(below);
    }
    return siblings == 0 || (!isOutwards && !lines.isEntry(line))
        ? List.of(line)
        : List.copyOf(block);
  }

  /** Explains entries that are not indented as the one above them. */
  Diagnostic misfit(int entry, List<Integer> below) {
    return misfit(below.get(0), entry, below);
  }

  private Diagnostic misfit(int line, int beside, List<Integer> moved) {
    int indent = lines.indent(line);
    int expected = lines.indent(beside);
    String help =
        expected < indent
            ? "remove " + Quantity.of(indent - expected, "space")
            : "put " + Quantity.of(expected - indent, "more space");
    List<Fix.Edit> edits = moved.stream().map(each -> shift(each, expected - indent)).toList();
    return Diagnostic.of(
            source.location(new Span(line, 1, Math.max(1, indent))),
            RuleId.YAML_SYNTAX,
            "indented by "
                + Quantity.of(indent, "space")
                + ", expected "
                + expected
                + " as in line "
                + beside)
        .withHelp(help + " in front, so that the line begins exactly under line " + beside)
        .withFix(new Fix.Rewrite(edits, false));
  }

  private Fix.Edit shift(int line, int by) {
    return by < 0
        ? new Fix.Edit(line, 1, line, 1 + Math.min(-by, lines.indent(line)), "")
        : YamlEdits.insert(line, 1, " ".repeat(by));
  }
}
