package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/** Checks of {@link StrictSyntax} for which the nesting of a token does not matter. */
record TokenSyntax(YamlDocument source, SourceLines lines) {

  private static final Pattern SPACES_AT_END = Pattern.compile("(^|\n)[ \t]+\n*$");
  private static final Pattern DROPS_LINE_BREAKS = Pattern.compile("^[|>][1-9]?-");

  Optional<Diagnostic> commentAtOnce(Token token) {
    Span behind = span(token.getEndMark());
    return lines.pointAt(behind) == '#'
        ? error(
            behind,
            "a comment directly behind a value, expected a space between the two",
            "put a space in front of the #, or the whole value in quotes")
        : Optional.empty();
  }

  Optional<Diagnostic> end(ScalarToken token) {
    Span start = span(token.getStartMark());
    if (SPACES_AT_END.matcher(token.getValue()).find()) {
      return error(
          start,
          "a block of text that ends in a line of spaces, which nobody sees",
          "remove the spaces");
    }
    return endsWithFile(token) && !dropsLineBreaks(start)
        ? error(
            start,
            "a block of text that ends without a line break, as the file does",
            "end the file with a line break, or write the value in one line")
        : Optional.empty();
  }

  /** Returns true if the file ends in the text, without a line break; editors add one. */
  private boolean endsWithFile(ScalarToken token) {
    int last = lines.count();
    return span(token.getEndMark()).line() == last && !lines.text(last).isEmpty();
  }

  // note: |-
  private boolean dropsLineBreaks(Span start) {
    String header = lines.text(start.line()).substring(lines.index(start));
    return DROPS_LINE_BREAKS.matcher(header).find();
  }

  /** SnakeYAML reads {@code [?a]} as a key {@code a}; for other keys the token is empty. */
  Optional<Diagnostic> questionMark(Token key) {
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

  /** In YAML 1.2 the colon is part of the anchor's name. */
  Optional<Diagnostic> colonInAnchor(Token anchor) {
    return lines.pointAt(span(anchor.getEndMark())) == ':'
        ? error(
            span(anchor.getStartMark()),
            "an anchor (&) in front of a key",
            "remove it, or put the key in quotes")
        : Optional.empty();
  }

  Optional<Diagnostic> error(Span place, String message, String help) {
    return Optional.of(
        Diagnostic.of(source.location(place), RuleId.YAML_SYNTAX, message).withHelp(help));
  }

  static Span span(Mark mark) {
    return new Span(mark.getLine() + 1, mark.getColumn() + 1, 1);
  }
}
