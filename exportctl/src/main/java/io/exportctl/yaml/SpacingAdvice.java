package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Suggests the missing space, or spaces for a tab, on the lines where the parser gave up.
 *
 * @param found place where the parser gave up; often the line after the mistake
 */
record SpacingAdvice(YamlDocument source, SourceLines lines, Span found) {

  private static final Pattern TAB = Pattern.compile("^ *+\t");
  private static final Pattern NO_SPACE_AFTER_COLON =
      Pattern.compile("^\\s*+[A-Za-z_]++:[^\\s/\u00A0].*");
  private static final Pattern NO_SPACE_AFTER_DASH = Pattern.compile("^\\s*+-[^\\s-].*");

  /** Reports a tab; one explanation for each indentation that may be meant. */
  List<Diagnostic> diagnose() {
    List<Diagnostic> indents =
        suspects().map(this::tabs).filter(tabs -> !tabs.isEmpty()).findFirst().orElse(List.of());
    return indents.isEmpty() ? tabBetween().stream().toList() : indents;
  }

  /** Reports a colon or dash without a space after it. */
  Optional<Diagnostic> missing() {
    return suspects().flatMap(line -> missing(line).stream()).findFirst();
  }

  private List<Diagnostic> tabs(int line) {
    String text = lines.text(line);
    if (!TAB.matcher(text).find()) {
      return List.of();
    }
    // Replaces all leading tabs: the parser would stop at the next one otherwise.
    String indent = text.substring(0, lines.indent(line));
    Optional<String> beside = indentAbove(line);
    Stream<Diagnostic> likeAbove =
        beside.stream().map(spaces -> tab(line, indent, spaces, lines.isEntry(line)));
    Stream<Diagnostic> spaces = Stream.of(tab(line, indent, indent.replace("\t", "  "), true));
    return (lines.isEntry(line)
            ? Stream.concat(likeAbove, spaces)
            : Stream.concat(spaces, likeAbove))
        .toList();
  }

  private Diagnostic tab(int line, String indent, String spaces, boolean isSafe) {
    return error(
            lines.span(line, indent.indexOf('\t')),
            "a line is indented with a tab, expected spaces",
            spaces.isEmpty() ? "remove the tab" : "replace the tab by spaces")
        .withFix(
            YamlEdits.rewrite(new Fix.Edit(line, 1, line, indent.length() + 1, spaces), isSafe));
  }

  /** Returns the indentation of the nearest line above that is a key or an entry as this one is. */
  private Optional<String> indentAbove(int line) {
    for (int above = line - 1; above >= 1; above--) {
      boolean isAlike =
          lines.isEntry(line) ? lines.isEntry(above) : lines.isKey(above) && !lines.isEntry(above);
      if (isAlike) {
        return Optional.of(lines.text(above).substring(0, lines.indent(above)))
            .filter(spaces -> spaces.indexOf('\t') < 0);
      }
    }
    return Optional.empty();
  }

  private Optional<Diagnostic> tabBetween() {
    return lines.pointAt(found) == '\t'
        ? Optional.of(
            error(found, "a tab, expected a space", "replace the tab by a space")
                .withFix(replace(found, " ")))
        : Optional.empty();
  }

  private Optional<Diagnostic> missing(int line) {
    String text = lines.text(line);
    if (NO_SPACE_AFTER_COLON.matcher(text).matches()) {
      return Optional.of(
          missing(
              lines.span(line, text.indexOf(':')),
              "no space after the colon, expected \"key: value\"",
              "put a space after the colon"));
    }
    return NO_SPACE_AFTER_DASH.matcher(text).matches()
        ? Optional.of(
            missing(
                lines.span(line, text.indexOf('-')),
                "no space after the dash, expected \"- value\"",
                "put a space after the dash"))
        : Optional.empty();
  }

  private Diagnostic missing(Span place, String message, String help) {
    return error(place, message, help)
        .withFix(YamlEdits.rewrite(YamlEdits.insert(place.line(), place.column() + 1, " "), true));
  }

  private Diagnostic error(Span span, String message, String help) {
    return Diagnostic.of(source.location(span), RuleId.YAML_SYNTAX, message).withHelp(help);
  }

  private static Fix replace(Span place, String text) {
    return YamlEdits.rewrite(
        new Fix.Edit(place.line(), place.column(), place.line(), place.column() + 1, text), true);
  }

  /** Returns the line where the parser gave up, and the line before it. */
  private Stream<Integer> suspects() {
    return Stream.of(found.line(), found.line() - 1).filter(line -> line >= 1);
  }
}
