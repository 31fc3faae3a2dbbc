package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.DirectiveToken;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Finds syntax that SnakeYAML, a parser for YAML 1.1, accepts and an editor, by <a
 * href="https://yaml.org/spec/1.2.2/">YAML 1.2</a>, refuses or reads differently.
 */
final class StrictSyntax {

  private final SourceLines lines;
  private final TokenSyntax tokens;

  /** 0-based columns of the open mappings and lists, the innermost first. */
  private final Deque<Integer> blocks = new ArrayDeque<>(List.of(-1));

  /** Open brackets and braces, the innermost first. */
  private final Deque<Token> brackets = new ArrayDeque<>();

  private Token.ID before = Token.ID.StreamStart;

  private StrictSyntax(YamlDocument source) {
    this.lines = new SourceLines(source.lines());
    this.tokens = new TokenSyntax(source, lines);
  }

  /**
   * Returns the first mistake.
   *
   * @param text text of the file, which SnakeYAML has read without an error
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
        // Other tokens do not change the nesting.
      }
    }
    return switch (token.getTokenId()) {
      case FlowMappingStart, FlowSequenceStart, FlowEntry, Value -> tokens.commentAtOnce(token);
      case FlowMappingEnd, FlowSequenceEnd ->
          tokens.commentAtOnce(token).or(() -> outdentedInBrackets(brackets.pop(), token));
      case Key -> tokens.questionMark(token);
      case Anchor -> tokens.colonInAnchor(token);
      case Scalar -> scalar((ScalarToken) token);
      case Directive -> directive((DirectiveToken<?>) token);
      case DocumentEnd -> secondEnd(token);
      default -> Optional.empty();
    };
  }

  private Optional<Diagnostic> scalar(ScalarToken token) {
    return switch (token.getStyle()) {
      case SINGLE_QUOTED, DOUBLE_QUOTED ->
          tokens.commentAtOnce(token).or(() -> outdented(token, token, line -> false));
      case LITERAL, FOLDED -> blockAtMargin(token).or(() -> tokens.end(token));
      default -> dashInBrackets(token);
    };
  }

  private Optional<Diagnostic> outdentedInBrackets(Token first, Token last) {
    Span end = TokenSyntax.span(last.getStartMark());
    return brackets.isEmpty()
        ? outdented(first, last, line -> isComment(line) || isBracketUnderKey(end, line))
        : Optional.empty();
  }

  private boolean isComment(int line) {
    return lines.text(line).stripLeading().startsWith("#");
  }

  // users: [
  //   alpha_user_one
  // ]
  private boolean isBracketUnderKey(Span bracket, int line) {
    return bracket.equals(new Span(line, spaces(line) + 1, 1)) && spaces(line) == blocks.element();
  }

  /** Reports the first line of a value that is not indented more than the block around it. */
  private Optional<Diagnostic> outdented(Token first, Token last, IntPredicate allowed) {
    int begin = TokenSyntax.span(first.getStartMark()).line();
    return IntStream.rangeClosed(begin + 1, TokenSyntax.span(last.getEndMark()).line())
        .filter(line -> isOutdented(line) && !allowed.test(line))
        .boxed()
        .findFirst()
        .flatMap(
            line ->
                tokens.error(
                    new Span(line, 1, Math.max(1, spaces(line))),
                    "the value of line " + begin + " goes on here, expected deeper indentation",
                    "put more spaces in front, or write the value in one line"));
  }

  // name: "prison
  // arrivals"
  private boolean isOutdented(int line) {
    boolean isBlank = spaces(line) == lines.text(line).length();
    return !isBlank && spaces(line) <= blocks.element();
  }

  private Optional<Diagnostic> blockAtMargin(ScalarToken token) {
    Span start = TokenSyntax.span(token.getStartMark());
    return blocks.element() < 0 || start.column() <= blocks.element() + 1
        ? tokens.error(
            start,
            "a block of text that begins at the margin, expected it behind its key",
            "write \"key: " + Character.toString(lines.pointAt(start)) + "\" in one line")
        : Optional.empty();
  }

  private Optional<Diagnostic> dashInBrackets(ScalarToken token) {
    return !brackets.isEmpty() && token.getValue().equals("-")
        ? tokens.error(
            TokenSyntax.span(token.getStartMark()),
            "a dash without a value in brackets",
            "remove it, or put it in quotes")
        : Optional.empty();
  }

  private Optional<Diagnostic> directive(DirectiveToken<?> token) {
    Span place = TokenSyntax.span(token.getStartMark());
    if (before != Token.ID.StreamStart && before != Token.ID.Directive) {
      return tokens.error(
          place, "a line that begins with %, behind values", "put the value in quotes");
    }
    // With %YAML 1.1 an editor reads yes as true.
    return token.getName().equals("YAML") && !List.of(1, 2).equals(token.getValue())
        ? tokens.error(place, "another version of YAML, expected YAML 1.2", "remove the line")
        : Optional.empty();
  }

  private Optional<Diagnostic> secondEnd(Token token) {
    return before == Token.ID.DocumentEnd
        ? tokens.error(
            TokenSyntax.span(token.getStartMark()),
            "a second \"...\", expected none",
            "remove the line")
        : Optional.empty();
  }

  /** Number of leading spaces; a tab does not indent in YAML. */
  private int spaces(int line) {
    String text = lines.text(line);
    return text.length() - text.replaceFirst("^ +", "").length();
  }
}
