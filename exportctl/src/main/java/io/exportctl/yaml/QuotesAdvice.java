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
 * Explains values that YAML does not take as text unless they are in quotes.
 *
 * @param found place where the parser gave up
 */
record QuotesAdvice(YamlDocument source, SourceLines lines, Span found) {

  private static final Pattern CLOSED_QUOTE =
      Pattern.compile("^\\s*+(?:- ++)?+(?:[^\\s:\"']++: ++)?+(?:\"[^\"]*+\"|'[^']*+') *+");
  private static final Pattern CLOSED_BRACKET = Pattern.compile("[\\]}] *+$");
  private static final Pattern BEFORE_VALUE =
      Pattern.compile("\\s*+(?:- ++)*+(?:[^\\s:]++: ++)?+[\\[{]?+");
  private static final Pattern VALUE =
      Pattern.compile("\\s*+(?:- ++)*+(?:[^\\s:]++: ++)?+([^\\s\"'\\[{#][^\"#]*+(?<!\\s))\\s*");
  private static final Pattern IN_BRACKETS = Pattern.compile("[^\\s,\\[\\]{}\"']+");
  private static final Pattern SIGNS_AROUND = Pattern.compile("[@`*&!|>]++(.*?)[@`*&!|>]*");
  private static final Pattern COLON_AT_END = Pattern.compile("(.*?)\\s*:+");
  private static final String RESERVED = "@`%*&!|>";

  Optional<Diagnostic> backslash() {
    if (lines.pointAt(at(-1)) == '\\') {
      return Optional.of(backslash(1, "a backslash that begins no known character"));
    }
    boolean isNumber = "xuU".indexOf(lines.pointAt(at(-1))) >= 0;
    return isNumber && lines.pointAt(at(-2)) == '\\'
        ? Optional.of(
            backslash(2, "an escape without its digits, expected a number such as \\u00e9"))
        : Optional.empty();
  }

  private Diagnostic backslash(int before, String message) {
    return error(new Span(found.line(), found.column() - before, 2), message)
        .withHelp("use single quotes, in which a backslash stands for itself");
  }

  /** Links with a query: text in YAML 1.2, but the start of a key for SnakeYAML. */
  Optional<Diagnostic> questionMarkInBrackets() {
    if (lines.pointAt(at(0)) != '?') {
      return Optional.empty();
    }
    int index = lines.index(found);
    return IN_BRACKETS
        .matcher(lines.text(found.line()))
        .results()
        .filter(entry -> entry.start() < index && index < entry.end())
        .findFirst()
        .map(
            entry ->
                error(found, "a question mark between brackets, expected one in quotes")
                    .withHelp("put the value in quotes")
                    .withFix(quotes(entry.start(), entry.end())));
  }

  /** Explains a value that begins with a sign of YAML: in quotes, or else without the sign. */
  List<Diagnostic> reservedBeginning() {
    for (int back : List.of(0, -1, -2)) {
      int point = lines.pointAt(at(back));
      if (point >= 0 && RESERVED.indexOf(point) >= 0 && beginsValue(found.column() + back)) {
        String sign = Character.toString(point);
        Diagnostic error =
            error(
                new Span(found.line(), found.column() + back, 1),
                "a value that begins with " + sign + ", which means something else in YAML");
        return inQuotesOr(SIGNS_AROUND, error, "remove the " + sign, "write it without " + sign);
      }
    }
    return List.of();
  }

  private boolean beginsValue(int column) {
    String text = lines.text(found.line());
    return column > 1
        && BEFORE_VALUE
            .matcher(text.substring(0, lines.index(new Span(found.line(), column, 1))))
            .matches();
  }

  Optional<Diagnostic> textAfterQuote() {
    String text = lines.text(found.line());
    Matcher matcher = CLOSED_QUOTE.matcher(text);
    if (CLOSED_BRACKET.matcher(lines.before(found)).find()) {
      return Optional.of(
          error(found, "text after the closing bracket, expected the end of the line")
              .withHelp("put all of it between the brackets, or write the value without them"));
    }
    return matcher.lookingAt() && matcher.end() == lines.index(found)
        ? Optional.of(
            error(found, "text after the closing quote, expected the end of the line")
                .withHelp("put the whole value in quotes, or none of it"))
        : Optional.empty();
  }

  /** Explains a colon in a value: in quotes, or else without a colon at its end. */
  List<Diagnostic> secondColon() {
    String text = lines.text(found.line());
    boolean isSecond =
        lines.pointAt(at(0)) == ':'
            && lines.isKey(found.line())
            && text.indexOf(':') < lines.index(found);
    return isSecond
        ? inQuotesOr(
            COLON_AT_END,
            error(found, "a second colon, expected one between the key and its value"),
            "remove the second colon",
            "remove the second colon, or put the value in quotes")
        : List.of();
  }

  /**
   * Explains a value, if possible with fixes: everything after the key or the dash in quotes, or
   * only the part that a pattern's group finds.
   *
   * @param otherwise advice for a value that is refused in quotes and without the sign
   */
  private List<Diagnostic> inQuotesOr(
      Pattern part, Diagnostic error, String removal, String otherwise) {
    String text = lines.text(found.line());
    Matcher value = VALUE.matcher(text);
    List<Diagnostic> explanations = new ArrayList<>();
    if (value.matches() && !(lines.isEntry(found.line()) && lines.isKey(found.line()))) {
      explanations.add(
          error.withHelp("put the value in quotes").withFix(quotes(value.start(1), value.end(1))));
      Matcher within = part.matcher(value.group(1));
      if (within.matches() && !within.group(1).isBlank()) {
        explanations.add(
            error
                .withHelp(removal)
                .withFix(
                    rewrite(value.start(1), value.end(1), YamlText.of(within.group(1).strip()))));
      }
      explanations.add(error.withHelp(otherwise));
    } else {
      explanations.add(error.withHelp("put the value in quotes"));
    }
    return explanations;
  }

  /** Returns a fix that quotes a part of the line, given by indexes. */
  private Fix quotes(int start, int end) {
    return rewrite(start, end, YamlText.quoted(lines.text(found.line()).substring(start, end)));
  }

  private Fix rewrite(int start, int end, String text) {
    int line = found.line();
    int from = lines.span(line, start).column();
    int to = lines.span(line, end).column();
    return YamlEdits.rewrite(new Fix.Edit(line, from, line, to, text), false);
  }

  private Diagnostic error(Span span, String message) {
    return Diagnostic.of(source.location(span), RuleId.YAML_SYNTAX, message);
  }

  /** The place where the parser gave up, moved by some columns. */
  private Span at(int back) {
    return new Span(found.line(), found.column() + back, 1);
  }
}
