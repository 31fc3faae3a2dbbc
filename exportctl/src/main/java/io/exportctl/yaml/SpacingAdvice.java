package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Suggests the missing space, or the plain space for a character that only looks like one, on the
 * lines where the parser gave up.
 *
 * @param found place where the parser gave up; often the line after the mistake
 */
record SpacingAdvice(YamlDocument source, SourceLines lines, Span found) {

  private static final Pattern TAB = Pattern.compile("^ *+\t");
  private static final Pattern NO_SPACE_AFTER_COLON =
      Pattern.compile("^\\s*+[A-Za-z_]++:[^\\s/\u00A0].*");
  private static final Pattern NO_SPACE_AFTER_DASH = Pattern.compile("^\\s*+-[^\\s-].*");

  Optional<Diagnostic> diagnose() {
    return suspects()
        .flatMap(line -> tab(line).stream())
        .findFirst()
        .or(this::tabBetween)
        .or(() -> suspects().flatMap(line -> noBreakSpace(line).stream()).findFirst());
  }

  /** Reports a colon or dash without a space after it. */
  Optional<Diagnostic> missing() {
    return suspects().flatMap(line -> missing(line).stream()).findFirst();
  }

  private Optional<Diagnostic> tab(int line) {
    String text = lines.text(line);
    if (!TAB.matcher(text).find()) {
      return Optional.empty();
    }
    // Replaces all leading tabs: the parser would stop at the next one otherwise.
    String indent = text.substring(0, lines.indent(line));
    return Optional.of(
        error(
                lines.span(line, text.indexOf('\t')),
                "a line is indented with a tab, expected spaces",
                "replace the tab by two spaces")
            .withFix(
                YamlEdits.rewrite(
                    new Fix.Edit(line, 1, line, indent.length() + 1, indent.replace("\t", "  ")),
                    false)));
  }

  private Optional<Diagnostic> tabBetween() {
    return lines.pointAt(found) == '\t'
        ? Optional.of(
            error(found, "a tab, expected a space", "replace the tab by a space")
                .withFix(replace(found, " ")))
        : Optional.empty();
  }

  private Optional<Diagnostic> noBreakSpace(int line) {
    int index = lines.text(line).indexOf('\u00A0');
    if (index < 0) {
      return Optional.empty();
    }
    Span place = lines.span(line, index);
    return Optional.of(
        error(
                place,
                "a no-break space (U+00A0), expected a plain space",
                "replace it by a plain space; it came with text that was pasted")
            .withFix(replace(place, " ")));
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
        .withFix(YamlEdits.rewrite(YamlEdits.insert(place.line(), place.column() + 1, " "), false));
  }

  private Diagnostic error(Span span, String message, String help) {
    return Diagnostic.of(source.location(span), RuleId.YAML_SYNTAX, message).withHelp(help);
  }

  private static Fix replace(Span place, String text) {
    return YamlEdits.rewrite(
        new Fix.Edit(place.line(), place.column(), place.line(), place.column() + 1, text), false);
  }

  /** Returns the line where the parser gave up, and the line before it. */
  private Stream<Integer> suspects() {
    return Stream.of(found.line(), found.line() - 1).filter(line -> line >= 1);
  }
}
