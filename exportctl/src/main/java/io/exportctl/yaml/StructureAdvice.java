package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.Quantity;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Explains mistakes in the structure of a file: indentation, and lines that are neither keys nor
 * list entries.
 *
 * @param found place where the parser gave up; often the line after the mistake
 * @param context start of the value or block that the parser was reading
 */
record StructureAdvice(YamlDocument source, SourceLines lines, Span found, Optional<Span> context) {

  private static final Pattern TWO_WORDS = Pattern.compile("[A-Za-z_]++(\\s++)\\S.*+");

  List<Diagnostic> indentation() {
    int line = found.line();
    boolean isAtKeyOrDash =
        lines.index(found) == lines.indent(line)
            || (lines.isKey(line) && lines.index(found) == lines.text(line).indexOf(':'));
    List<Diagnostic> moved =
        isAtKeyOrDash ? new IndentAdvice(source, lines).diagnose(line) : List.of();
    if (!isKeyBelowValue() && !isIndentedLikeNoLineAbove()) {
      return moved;
    }
    int indent = lines.indent(line);
    return Stream.concat(
            moved.stream(),
            Stream.of(
                error(
                        new Span(line, 1, Math.max(1, indent)),
                        "indented by "
                            + Quantity.of(indent, "space")
                            + ", which fits no line above")
                    .withHelp("begin the line exactly under the one that it belongs beside")))
        .toList();
  }

  // name: prison_arrivals
  //   bucket: landing
  private boolean isKeyBelowValue() {
    int line = found.line();
    return lines.index(found) == lines.text(line).indexOf(':')
        && lines.isKey(line)
        && lines.isKeyWithValue(line - 1)
        && lines.indent(line) > lines.indent(line - 1);
  }

  // tags:
  //     owner: data
  //   team: hub
  private boolean isIndentedLikeNoLineAbove() {
    int indent = lines.indent(found.line());
    return indent > 0
        && lines.index(found) == indent
        && !lines.isIndentedLikeOneAbove(found.line());
  }

  List<Diagnostic> neitherKeyNorEntry() {
    Span lineBefore = new Span(found.line() - 1, lines.indent(found.line() - 1) + 1, 1);
    return context
        .or(() -> lines.pointAt(found) == ':' ? Optional.of(lineBefore) : Optional.empty())
        .filter(begin -> begin.line() < found.line() && !lines.text(begin.line()).isBlank())
        .filter(begin -> begin.column() == lines.indent(begin.line()) + 1)
        .filter(begin -> !lines.isKey(begin.line()) && !lines.isEntry(begin.line()))
        .map(this::keyOrEntry)
        .orElse(List.of());
  }

  private List<Diagnostic> keyOrEntry(Span begin) {
    int line = begin.line();
    String text = lines.text(line).strip();
    int length = text.codePointCount(0, text.length());
    Diagnostic error =
        error(
                new Span(line, begin.column(), length),
                "a line that is neither \"key: value\" nor \"- value\"")
            .withHelp("put a colon and a space after the key, or a dash and a space in front");
    List<Diagnostic> explanations = new ArrayList<>();
    Matcher words = TWO_WORDS.matcher(text);
    if (words.matches() && !lines.isTooLong(line)) {
      int space = begin.column() + words.start(1);
      explanations.add(
          error
              .withHelp("put a colon and a space after the key")
              .withFix(
                  YamlEdits.rewrite(
                      new Fix.Edit(line, space, line, begin.column() + words.end(1), ": "),
                      false)));
    }
    if (!lines.isTooLong(line)) {
      explanations.add(
          error
              .withHelp("put a dash and a space in front")
              .withFix(YamlEdits.rewrite(YamlEdits.insert(line, begin.column(), "- "), false)));
    }
    explanations.add(error);
    return explanations;
  }

  private Diagnostic error(Span span, String message) {
    return Diagnostic.of(source.location(span), RuleId.YAML_SYNTAX, message);
  }
}
