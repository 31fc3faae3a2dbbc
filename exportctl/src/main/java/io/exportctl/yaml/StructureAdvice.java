package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.Quantity;
import java.util.Optional;

/**
 * Explains mistakes in the structure of a file: quotes and brackets that are not closed,
 * indentation, lines that are neither keys nor list items.
 *
 * @param found place where the parser gave up; often the line after the mistake
 * @param context start of the value or block that the parser was reading
 */
record StructureAdvice(YamlDocument source, SourceLines lines, Span found, Optional<Span> context) {

  Optional<Diagnostic> unclosed() {
    if (!isUnclosedQuote() && !isUnclosedBracket()) {
      return Optional.empty();
    }
    String opening = Character.toString(opening());
    String closing =
        switch (opening) {
          case "[" -> "]";
          case "{" -> "}";
          default -> opening;
        };
    String what = isUnclosedQuote() ? "a quote" : opening;
    return Optional.of(
        error(context.orElseThrow(), what + " is opened here and never closed")
            .withHelp("put " + closing + " where the value ends"));
  }

  // name: "prison_arrivals
  private boolean isUnclosedQuote() {
    return (opening() == '"' || opening() == '\'') && isAtEndOfLine();
  }

  // users: [alpha_user_one
  // paperwork: https://example.org
  private boolean isUnclosedBracket() {
    return (opening() == '[' || opening() == '{') && (isAtEndOfLine() || isInLaterLine());
  }

  private int opening() {
    return context.map(lines::pointAt).orElse(-1);
  }

  private boolean isAtEndOfLine() {
    return lines.pointAt(found) < 0;
  }

  private boolean isInLaterLine() {
    return context.isPresent() && context.get().line() < found.line();
  }

  Optional<Diagnostic> indentation() {
    if (!isKeyBelowValue() && !isIndentedLikeNoLineAbove()) {
      return Optional.empty();
    }
    int indent = lines.indent(found.line());
    return Optional.of(
        error(
                new Span(found.line(), 1, Math.max(1, indent)),
                "indented by " + Quantity.of(indent, "space") + ", which fits no line above")
            .withHelp("begin the line exactly under the one that it belongs beside"));
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

  Optional<Diagnostic> neitherKeyNorEntry() {
    Span lineBefore = new Span(found.line() - 1, lines.indent(found.line() - 1) + 1, 1);
    return context
        .or(() -> lines.pointAt(found) == ':' ? Optional.of(lineBefore) : Optional.empty())
        .filter(begin -> begin.line() < found.line() && !lines.text(begin.line()).isBlank())
        .filter(begin -> begin.column() == lines.indent(begin.line()) + 1)
        .filter(begin -> !lines.isKey(begin.line()))
        .map(
            begin -> {
              String line = lines.text(begin.line()).strip();
              int length = line.codePointCount(0, line.length());
              return error(
                      new Span(begin.line(), begin.column(), length),
                      "a line that is neither \"key: value\" nor \"- value\"")
                  .withHelp(
                      "put a colon and a space after the key, or a dash and a space in front");
            });
  }

  private Diagnostic error(Span span, String message) {
    return Diagnostic.of(source.location(span), RuleId.YAML_SYNTAX, message);
  }
}
