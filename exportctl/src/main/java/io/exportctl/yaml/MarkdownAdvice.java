package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains text that follows the rules of Markdown rather than YAML: people copy it from wikis and
 * issues.
 *
 * @param found place where the parser gave up
 */
record MarkdownAdvice(YamlDocument source, SourceLines lines, Span found) {

  private static final Pattern FENCE = Pattern.compile("\\s*+(?:`{3,}|~{3,})\\s*+\\w*+\\s*+");
  private static final Pattern LINK =
      Pattern.compile("\\[[^\\[\\]]*+]\\(<?(https?://[^\\s()<>]++)>?\\)");
  private static final Pattern STAR = Pattern.compile("(\\s*+)\\*(\\s++)\\S.*+");

  // ```yaml
  Optional<Diagnostic> fence() {
    List<Integer> fences = new ArrayList<>();
    for (int line = 1; line <= lines.count(); line++) {
      if (FENCE.matcher(lines.text(line)).matches()) {
        fences.add(line);
      }
    }
    if (!fences.contains(found.line())) {
      return Optional.empty();
    }
    Span first = new Span(fences.get(0), 1, lines.length(fences.get(0)));
    List<Fix.Edit> edits =
        fences.stream().filter(line -> lines.count() > 1).map(lines::removal).toList();
    return Optional.of(
        error(first, "the mark of a code block in Markdown, expected YAML alone")
            .withHelp("remove the lines with the marks")
            .withFix(new Fix.Rewrite(edits, true)));
  }

  // paperwork: [DPIA](https://example.org/dpia)
  Optional<Diagnostic> link() {
    Matcher link = LINK.matcher(lines.text(found.line()));
    if (!link.find() || lines.isTooLong(found.line())) {
      return Optional.empty();
    }
    int line = found.line();
    Span start = lines.span(line, link.start());
    int end = lines.span(line, link.end()).column();
    return Optional.of(
        error(
                new Span(line, start.column(), end - start.column()),
                "a link as Markdown writes it, expected only its address")
            .withHelp("write the address without its title, brackets and parentheses")
            .withFix(
                YamlEdits.rewrite(
                    new Fix.Edit(line, start.column(), line, end, YamlText.of(link.group(1))),
                    true)));
  }

  // * alpha_user_one
  Optional<Diagnostic> star() {
    Matcher star = STAR.matcher(lines.text(found.line()));
    if (!star.matches()) {
      return Optional.empty();
    }
    Span place = lines.span(found.line(), star.end(1));
    return Optional.of(
        error(place, "a list entry that begins with *, expected a hyphen (-)")
            .withHelp("begin each entry with a hyphen and a space")
            .withFix(
                YamlEdits.rewrite(
                    new Fix.Edit(
                        place.line(), place.column(), place.line(), place.column() + 1, "-"),
                    true)));
  }

  private Diagnostic error(Span span, String message) {
    return Diagnostic.of(source.location(span), RuleId.YAML_SYNTAX, message);
  }
}
