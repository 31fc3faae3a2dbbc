package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Explains a text that YAML reads from several lines, which its writer meant as separate entries or
 * keys: a list whose dashes are indented differently, or are no hyphens.
 */
public final class ContinuedText {

  private final YamlDocument document;
  private final SourceLines lines;
  private final YamlNode.Scalar text;

  private ContinuedText(YamlDocument document, YamlNode.Scalar text) {
    this.document = document;
    this.lines = new SourceLines(document.lines());
    this.text = text;
  }

  /** Explains a value that a schema refuses, if it is such a text. */
  public static Optional<Diagnostic> diagnose(YamlDocument document, YamlNode value) {
    if (!(value instanceof YamlNode.Scalar scalar) || !scalar.isPlain()) {
      return Optional.empty();
    }
    ContinuedText text = new ContinuedText(document, scalar);
    boolean beginsLine = text.lines.before(scalar.span()).isBlank();
    return scalar.span().line() < scalar.span().endLine() || beginsLine
        ? text.lookAlike()
            .or(text::entryBelow)
            .map(found -> found.relatedTo(List.of(document.location(scalar))))
        : Optional.empty();
  }

  // users:
  //   – alpha_user_one
  private Optional<Diagnostic> lookAlike() {
    LookAlikeAdvice advice = new LookAlikeAdvice(document, lines);
    List<Diagnostic> found = own().flatMap(line -> advice.in(line).stream()).toList();
    List<Fix.Edit> edits =
        found.stream()
            .map(one -> (Fix.Rewrite) one.fix().orElseThrow())
            .flatMap(fix -> fix.edits().stream())
            .toList();
    return found.stream().findFirst().map(one -> one.withFix(new Fix.Rewrite(edits, true)));
  }

  private Optional<Diagnostic> entryBelow() {
    List<Integer> entries =
        own().filter(line -> line > text.span().line() && lines.isEntry(line)).toList();
    if (entries.isEmpty() || lines.isTooLong(text.span().line())) {
      return Optional.empty();
    }
    return lines.isAfterDash(text.span())
        ? Optional.of(new IndentAdvice(document, lines).misfit(text.span().line(), entries))
        : lines.before(text.span()).isBlank()
            ? Optional.empty()
            : Optional.of(besideKey(entries.get(0)));
  }

  // users: alpha_user_one
  //   - alpha_user_two
  private Diagnostic besideKey(int entry) {
    int line = text.span().line();
    int colon = lines.before(text.span()).stripTrailing().length();
    Fix.Edit edit =
        new Fix.Edit(
            line,
            lines.span(line, colon).column(),
            line,
            text.span().column(),
            "\n" + " ".repeat(lines.indent(entry)) + "- ");
    return Diagnostic.of(
            document.location(new Span(entry, lines.indent(entry) + 1, 1)),
            RuleId.YAML_SYNTAX,
            "a list entry below a value, which YAML reads as one text")
        .withHelp(
            "write the value of line "
                + line
                + " as an entry too, in a line of its own with a dash")
        .withFix(YamlEdits.rewrite(edit, false));
  }

  private Stream<Integer> own() {
    return IntStream.rangeClosed(text.span().line(), text.span().endLine()).boxed();
  }
}
