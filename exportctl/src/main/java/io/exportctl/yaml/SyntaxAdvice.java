package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.text.Quotation;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Explains the most frequent YAML mistakes in plain words, judging by the lines at which the parser
 * gave up. The parser's own messages are for people who write parsers.
 *
 * @param found place where the parser gave up; often the line after the mistake
 * @param context start of the value or block that the parser was reading
 */
record SyntaxAdvice(YamlDocument source, SourceLines lines, Span found, Optional<Span> context) {

  SyntaxAdvice(YamlDocument source, Span found, Optional<Span> context) {
    this(source, new SourceLines(source.lines()), found, context);
  }

  private static final RuleId RULE = RuleId.YAML_SYNTAX;

  private static final Pattern CONFLICT = Pattern.compile("(<{7}|={7}|>{7})( .*|$)");
  private static final Pattern CLOSED_QUOTE =
      Pattern.compile("^\\s*+(?:- ++)?+(?:[^\\s:\"']++: ++)?+(?:\"[^\"]*+\"|'[^']*+') *+");
  private static final Pattern BEFORE_VALUE =
      Pattern.compile("\\s*+(?:- ++)*+(?:[^\\s:]++: ++)?+[\\[{]?+");
  private static final Pattern VALUE =
      Pattern.compile("\\s*+(?:- ++)*+(?:[^\\s:]++: ++)?+([^\\s\"'\\[{#][^\"#]*+(?<!\\s))\\s*");
  private static final Pattern IN_BRACKETS = Pattern.compile("[^\\s,\\[\\]{}\"']+");
  private static final String RESERVED = "@`%*&!|>";

  /**
   * Explains the mistake, if possible with a fix.
   *
   * @param problem the parser's message, which is shown if no advice fits
   */
  Diagnostic diagnose(String problem) {
    SpacingAdvice spacing = new SpacingAdvice(source, lines, found);
    StructureAdvice structure = new StructureAdvice(source, lines, found, context);
    return Stream.<Supplier<Optional<Diagnostic>>>of(
            this::mergeConflict,
            spacing::diagnose,
            structure::unclosed,
            spacing::missing,
            this::backslash,
            this::reservedBeginning,
            this::questionMarkInBrackets,
            this::textAfterQuote,
            structure::indentation,
            this::secondColon,
            structure::neitherKeyNorEntry)
        .flatMap(advice -> advice.get().stream())
        .findFirst()
        .orElseGet(
            () ->
                error(found, "not readable as YAML from here on")
                    .withHelp(
                        "check the indentation, the colons and the quotes of this line and the one"
                            + " before it ("
                            + Quotation.printable(problem.replaceAll("\\s+", " "))
                            + ")"));
  }

  private Optional<Diagnostic> mergeConflict() {
    for (int line = 1; line <= lines.count(); line++) {
      if (CONFLICT.matcher(lines.text(line)).matches()) {
        return Optional.of(
            error(new Span(line, 1, 7), "a mark of a merge conflict, expected one version")
                .withHelp("choose between the versions, and remove the lines with the marks"));
      }
    }
    return Optional.empty();
  }

  private Optional<Diagnostic> backslash() {
    return lines.pointAt(at(-1)) == '\\'
        ? Optional.of(
            error(
                    new Span(found.line(), found.column() - 1, 2),
                    "a backslash that begins no known character")
                .withHelp("use single quotes, in which a backslash stands for itself"))
        : Optional.empty();
  }

  /** Links with a query: text in YAML 1.2, but the start of a key for SnakeYAML. */
  private Optional<Diagnostic> questionMarkInBrackets() {
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

  /** Adds a fix that quotes everything after the key or the dash. */
  private Diagnostic quoted(Diagnostic error) {
    String text = lines.text(found.line());
    Matcher value = VALUE.matcher(text);
    if (!value.matches() || (text.strip().startsWith("-") && lines.isKey(found.line()))) {
      return error;
    }
    return error.withFix(quotes(value.start(1), value.end(1)));
  }

  /** Returns a fix that quotes a part of the line, given by indexes. */
  private Fix quotes(int start, int end) {
    int line = found.line();
    int from = lines.span(line, start).column();
    int to = lines.span(line, end).column();
    String text = YamlText.quoted(lines.text(line).substring(start, end));
    return YamlEdits.rewrite(new Fix.Edit(line, from, line, to, text), false);
  }

  private Optional<Diagnostic> reservedBeginning() {
    for (int back : List.of(0, -1)) {
      int point = lines.pointAt(at(back));
      if (point >= 0 && RESERVED.indexOf(point) >= 0 && beginsValue(found.column() + back)) {
        return Optional.of(
            quoted(
                error(
                        new Span(found.line(), found.column() + back, 1),
                        "a value that begins with "
                            + Character.toString(point)
                            + ", which means something else in YAML")
                    .withHelp("put the value in quotes")));
      }
    }
    return Optional.empty();
  }

  private boolean beginsValue(int column) {
    String text = lines.text(found.line());
    return column > 1
        && BEFORE_VALUE
            .matcher(text.substring(0, lines.index(new Span(found.line(), column, 1))))
            .matches();
  }

  private Optional<Diagnostic> textAfterQuote() {
    String text = lines.text(found.line());
    Matcher matcher = CLOSED_QUOTE.matcher(text);
    return matcher.lookingAt() && matcher.end() == lines.index(found)
        ? Optional.of(
            error(found, "text after the closing quote, expected the end of the line")
                .withHelp("put the whole value in quotes, or none of it"))
        : Optional.empty();
  }

  private Optional<Diagnostic> secondColon() {
    String text = lines.text(found.line());
    return lines.pointAt(at(0)) == ':'
            && lines.isKey(found.line())
            && text.indexOf(':') < lines.index(found)
        ? Optional.of(
            quoted(
                error(found, "a second colon, expected one between the key and its value")
                    .withHelp("put the value in quotes")))
        : Optional.empty();
  }

  private Diagnostic error(Span span, String message) {
    return Diagnostic.of(source.location(span), RULE, message);
  }

  /** The place where the parser gave up, moved by some columns. */
  private Span at(int back) {
    return new Span(found.line(), found.column() + back, 1);
  }
}
