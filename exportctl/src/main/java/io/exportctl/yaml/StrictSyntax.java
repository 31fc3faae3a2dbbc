package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.DirectiveToken;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Finds what an editor refuses, or reads as another value, and SnakeYAML lets pass: it goes by YAML
 * 1.1, editors by <a href="https://yaml.org/spec/1.2.2/">YAML 1.2</a>.
 */
final class StrictSyntax {

  private static final Pattern SPACES_AT_END = Pattern.compile("(^|\n)[ \t]+\n*$");
  private static final Pattern DROPS_LINE_BREAKS = Pattern.compile("^[|>][1-9]?-");

  private final YamlDocument source;
  private final SourceLines lines;

  /** The columns, from 0, of the mappings and lists that are open; the innermost is first. */
  private final Deque<Integer> blocks = new ArrayDeque<>(List.of(-1));

  /** The brackets and braces that are open; the innermost is first. */
  private final Deque<Token> brackets = new ArrayDeque<>();

  private Token.ID before = Token.ID.StreamStart;

  private StrictSyntax(YamlDocument source) {
    this.source = source;
    this.lines = new SourceLines(source.lines());
  }

  /**
   * The first thing that is wrong.
   *
   * @param text the file's, which SnakeYAML has read without complaint
   */
  static Optional<Diagnostic> check(YamlDocument source, String text, LoaderOptions options) {
    StrictSyntax strict = new StrictSyntax(source);
    Scanner scanner = new ScannerImpl(new StreamReader(new StringReader(text)), options);
    Optional<Diagnostic> found = Optional.empty();
    while (found.isEmpty() && !scanner.checkToken(Token.ID.StreamEnd)) {
      Token token = scanner.getToken();
      found = strict.next(token);
      strict.before = token.getTokenId();
    }
    return found;
  }

  private Optional<Diagnostic> next(Token token) {
    switch (token.getTokenId()) {
      case BlockMappingStart, BlockSequenceStart -> blocks.push(token.getStartMark().getColumn());
      case BlockEnd -> blocks.pop();
      case FlowMappingStart, FlowSequenceStart -> brackets.push(token);
      default -> {
        // Opens and closes no block.
      }
    }
    return switch (token.getTokenId()) {
      case FlowMappingStart, FlowSequenceStart, FlowEntry, Value -> commentAtOnce(token);
      case FlowMappingEnd, FlowSequenceEnd ->
          commentAtOnce(token).or(() -> outdentedInBrackets(brackets.pop(), token));
      case Key -> questionMark(token);
      case Anchor -> colonInAnchor(token);
      case Scalar -> scalar((ScalarToken) token);
      case Directive -> directive((DirectiveToken<?>) token);
      case DocumentEnd -> secondEnd(token);
      default -> Optional.empty();
    };
  }

  private Optional<Diagnostic> scalar(ScalarToken token) {
    return switch (token.getStyle()) {
      case SINGLE_QUOTED, DOUBLE_QUOTED ->
          commentAtOnce(token).or(() -> outdented(token, token, line -> false));
      case LITERAL, FOLDED -> blockAtMargin(token).or(() -> end(token));
      default -> dashInBrackets(token);
    };
  }

  private Optional<Diagnostic> commentAtOnce(Token token) {
    Span behind = span(token.getEndMark());
    return lines.pointAt(behind) == '#'
        ? error(
            behind,
            "a comment directly behind a value, expected a space between the two",
            "put a space in front of the #, or the whole value in quotes")
        : Optional.empty();
  }

  /** The last bracket may stand under the key, as many write it, and a comment anywhere. */
  private Optional<Diagnostic> outdentedInBrackets(Token first, Token last) {
    Span end = span(last.getStartMark());
    return brackets.isEmpty()
        ? outdented(
            first,
            last,
            line ->
                lines.text(line).stripLeading().startsWith("#")
                    || (end.equals(new Span(line, spaces(line) + 1, 1))
                        && spaces(line) == blocks.element()))
        : Optional.empty();
  }

  /** Lines of a value that belong, by how they begin, to what is around it. */
  private Optional<Diagnostic> outdented(Token first, Token last, IntPredicate allowed) {
    int begin = span(first.getStartMark()).line();
    return IntStream.rangeClosed(begin + 1, span(last.getEndMark()).line())
        .filter(line -> !lines.text(line).isEmpty() && spaces(line) <= blocks.element())
        .filter(line -> !allowed.test(line) && spaces(line) < lines.text(line).length())
        .boxed()
        .findFirst()
        .flatMap(
            line ->
                error(
                    new Span(line, 1, Math.max(1, spaces(line))),
                    "the value of line " + begin + " goes on here, expected deeper indentation",
                    "put more spaces in front, or write the value in one line"));
  }

  private Optional<Diagnostic> blockAtMargin(ScalarToken token) {
    Span start = span(token.getStartMark());
    return blocks.element() < 0 || start.column() <= blocks.element() + 1
        ? error(
            start,
            "a block of text that begins at the margin, expected it behind its key",
            "write \"key: " + Character.toString(lines.pointAt(start)) + "\" in one line")
        : Optional.empty();
  }

  /** An editor drops such a line, and adds a line break that is missing. */
  private Optional<Diagnostic> end(ScalarToken token) {
    Span start = span(token.getStartMark());
    if (SPACES_AT_END.matcher(token.getValue()).find()) {
      return error(
          start,
          "a block of text that ends in a line of spaces, which nobody sees",
          "remove the spaces");
    }
    String header = lines.text(start.line()).substring(lines.index(start));
    boolean cut =
        span(token.getEndMark()).line() == lines.count() && !lines.text(lines.count()).isEmpty();
    return cut && !DROPS_LINE_BREAKS.matcher(header).find()
        ? error(
            start,
            "a block of text that ends without a line break, as the file does",
            "end the file with a line break, or write the value in one line")
        : Optional.empty();
  }

  private Optional<Diagnostic> dashInBrackets(ScalarToken token) {
    return !brackets.isEmpty() && token.getValue().equals("-")
        ? error(
            span(token.getStartMark()),
            "a dash without a value in brackets",
            "remove it, or put it in quotes")
        : Optional.empty();
  }

  /** SnakeYAML takes {@code [?a]} for a key {@code a}; before other keys it sets an empty token. */
  private Optional<Diagnostic> questionMark(Token key) {
    Span behind = span(key.getEndMark());
    boolean written = key.getEndMark().getIndex() > key.getStartMark().getIndex();
    int next = lines.pointAt(behind);
    return written && next >= 0 && next != ' ' && next != '\t'
        ? error(
            span(key.getStartMark()),
            "a question mark that begins a value",
            "put the value in quotes")
        : Optional.empty();
  }

  /** To an editor the colon is part of the anchor's name. */
  private Optional<Diagnostic> colonInAnchor(Token anchor) {
    return lines.pointAt(span(anchor.getEndMark())) == ':'
        ? error(
            span(anchor.getStartMark()),
            "an anchor (&) in front of a key",
            "remove it, or put the key in quotes")
        : Optional.empty();
  }

  private Optional<Diagnostic> directive(DirectiveToken<?> token) {
    Span place = span(token.getStartMark());
    if (before != Token.ID.StreamStart && before != Token.ID.Directive) {
      return error(place, "a line that begins with %, behind values", "put the value in quotes");
    }
    // By YAML 1.1, an editor reads yes as true.
    return token.getName().equals("YAML") && !List.of(1, 2).equals(token.getValue())
        ? error(place, "another version of YAML, expected YAML 1.2", "remove the line")
        : Optional.empty();
  }

  private Optional<Diagnostic> secondEnd(Token token) {
    return before == Token.ID.DocumentEnd
        ? error(span(token.getStartMark()), "a second \"...\", expected none", "remove the line")
        : Optional.empty();
  }

  private Optional<Diagnostic> error(Span place, String message, String help) {
    return Optional.of(
        Diagnostic.of(source.location(place), RuleId.YAML_SYNTAX, message).withHelp(help));
  }

  /** Only spaces indent in YAML. */
  private int spaces(int line) {
    String text = lines.text(line);
    return text.length() - text.replaceFirst("^ +", "").length();
  }

  private static Span span(Mark mark) {
    return new Span(mark.getLine() + 1, mark.getColumn() + 1, 1);
  }
}
