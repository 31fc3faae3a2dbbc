package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Explains quotes and brackets that are not closed, and commas that are missing between brackets.
 *
 * @param found place where the parser gave up; often the line after the mistake
 * @param context start of the value or block that the parser was reading
 */
record BracketAdvice(YamlDocument source, SourceLines lines, Span found, Optional<Span> context) {

  private static final Pattern KEY_AT_END = Pattern.compile("[^\\s\\[{,]+$");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"\\n]*+\"|'[^'\\n]*+'");

  Optional<Diagnostic> unclosed() {
    if (!isUnclosedQuote() && !isUnclosedBracket()) {
      return Optional.empty();
    }
    String opening = Character.toString(opening());
    String what = isUnclosedQuote() ? "a quote" : opening;
    return Optional.of(
        error(context.orElseThrow(), what + " is opened here and never closed")
            .withHelp("put " + closing(opening) + " where the value ends"));
  }

  private static String closing(String opening) {
    return switch (opening) {
      case "[" -> "]";
      case "{" -> "}";
      default -> opening;
    };
  }

  // users: [alpha_user_one "alpha_user_two"]
  Optional<Diagnostic> missingComma() {
    boolean isInBrackets = opening() == '[' || opening() == '{';
    if (!isInBrackets || isAtEndOfLine() || !isClosedLater()) {
      return Optional.empty();
    }
    String before = lines.before(found).stripTrailing();
    if (lines.pointAt(found) == ':') {
      // The parser took the key for more of the value before it.
      before = KEY_AT_END.matcher(before).replaceFirst("").stripTrailing();
    }
    int line = found.line();
    while (before.isEmpty() && line > context.orElseThrow().line()) {
      line--;
      before = lines.text(line).stripTrailing();
    }
    if (before.isEmpty() || before.endsWith(",") || lines.isTooLong(line)) {
      return Optional.empty();
    }
    Span last = lines.span(line, before.length() - 1);
    return Optional.of(
        error(last, "a value without a comma after it, expected one in front of the next value")
            .withHelp("put a comma between the two")
            .withFix(YamlEdits.rewrite(YamlEdits.insert(line, last.column() + 1, ","), false)));
  }

  /** Returns true if the bracket at which the value begins has its counterpart. */
  private boolean isClosedLater() {
    Span start = context.orElseThrow();
    String rest =
        lines.after(start)
            + "\n"
            + String.join(
                "\n", lines.lines().subList(Math.min(start.line(), lines.count()), lines.count()));
    int depth = 1;
    for (char character : QUOTED.matcher(rest).replaceAll("").toCharArray()) {
      depth += "[{".indexOf(character) >= 0 ? 1 : 0;
      depth -= "]}".indexOf(character) >= 0 ? 1 : 0;
      if (depth == 0) {
        return true;
      }
    }
    return false;
  }

  // name: "prison_arrivals
  private boolean isUnclosedQuote() {
    return (opening() == '"' || opening() == '\'') && isAtEndOfLine();
  }

  // users: [alpha_user_one
  // paperwork: https://example.org
  private boolean isUnclosedBracket() {
    return (opening() == '[' || opening() == '{')
        && (isAtEndOfLine() || isInLaterLine())
        && !isClosedLater();
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

  private Diagnostic error(Span span, String message) {
    return Diagnostic.of(source.location(span), RuleId.YAML_SYNTAX, message);
  }
}
