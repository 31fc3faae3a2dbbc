package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Quantity;
import io.exportctl.diagnostic.Quotation;
import io.exportctl.diagnostic.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says in plain words what most often makes a file unreadable as YAML, by looking at the lines
 * where the parser gave up: its own words are for those who write parsers.
 *
 * @param source the file, and its lines
 * @param found where the parser gave up; often the line after the one that is wrong
 * @param context where the thing begins that the parser was reading
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
   * @param problem what the parser said, for what no advice is known
   */
  Diagnostic diagnose(String problem) {
    SpacingAdvice spacing = new SpacingAdvice(source, lines, found);
    return Stream.<Supplier<Optional<Diagnostic>>>of(
            this::mergeConflict,
            spacing::diagnose,
            this::unclosed,
            spacing::missing,
            this::backslash,
            this::reservedBeginning,
            this::questionMarkInBrackets,
            this::textAfterQuote,
            this::indentation,
            this::secondColon,
            this::neitherKeyNorEntry)
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

  /** Found only at the end of the file, or at the next line that does not fit. */
  private Optional<Diagnostic> unclosed() {
    int opening = context.map(lines::pointAt).orElse(-1);
    boolean quote = opening == '"' || opening == '\'';
    boolean bracket = opening == '[' || opening == '{';
    boolean later = context.isPresent() && context.get().line() < found.line();
    if (!(quote && lines.pointAt(at(0)) < 0) && !(bracket && (later || lines.pointAt(at(0)) < 0))) {
      return Optional.empty();
    }
    String closing = opening == '[' ? "]" : opening == '{' ? "}" : Character.toString(opening);
    String what = quote ? "a quote" : Character.toString(opening);
    return Optional.of(
        error(context.get(), what + " is opened here and never closed")
            .withHelp("put " + closing + " where the value ends"));
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

  /** YAML 1.2 takes it for text, SnakeYAML for the mark of a key: links with a query have it. */
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

  /** The error, mended by quotes around all that stands behind the key or the dash. */
  private Diagnostic quoted(Diagnostic error) {
    String text = lines.text(found.line());
    Matcher value = VALUE.matcher(text);
    if (!value.matches() || (text.strip().startsWith("-") && lines.isKey(found.line()))) {
      return error;
    }
    return error.withFix(quotes(value.start(1), value.end(1)));
  }

  /** Quotes around a part of the line, from one index to another. */
  private Fix quotes(int start, int end) {
    int line = found.line();
    int from = lines.span(line, start).column();
    int to = lines.span(line, end).column();
    String text = YamlText.quoted(lines.text(line).substring(start, end));
    return Mending.rewrite(new Fix.Edit(line, from, line, to, text), false);
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

  private Optional<Diagnostic> indentation() {
    int line = found.line();
    int own = lines.indent(line);
    boolean atBegin = lines.index(found) == own && own > 0;
    boolean atColon = lines.index(found) == lines.text(line).indexOf(':');
    boolean deeper =
        lines.isKey(line) && lines.isKeyWithValue(line - 1) && own > lines.indent(line - 1);
    if (!(atColon && deeper) && !(atBegin && !lines.isIndentedLikeOneAbove(line))) {
      return Optional.empty();
    }
    return Optional.of(
        error(
                new Span(line, 1, Math.max(1, own)),
                "indented by " + Quantity.of(own, "space") + ", which fits no line above")
            .withHelp("begin the line exactly under the one that it belongs beside"));
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

  private Optional<Diagnostic> neitherKeyNorEntry() {
    Span lineBefore = new Span(found.line() - 1, lines.indent(found.line() - 1) + 1, 1);
    return context
        .or(() -> lines.pointAt(at(0)) == ':' ? Optional.of(lineBefore) : Optional.empty())
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
    return Diagnostic.of(source.location(span), RULE, message);
  }

  /** The place where the parser gave up, or one before it. */
  private Span at(int back) {
    return new Span(found.line(), found.column() + back, 1);
  }
}
