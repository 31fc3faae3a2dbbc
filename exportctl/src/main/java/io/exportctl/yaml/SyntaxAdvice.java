package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Explains the most frequent YAML mistakes in plain words, judging by the lines at which the parser
 * gave up. The parser's own messages are for people who write parsers, and are never shown.
 *
 * @param found place where the parser gave up; often the line after the mistake
 * @param context start of the value or block that the parser was reading
 */
record SyntaxAdvice(YamlDocument source, SourceLines lines, Span found, Optional<Span> context) {

  SyntaxAdvice(YamlDocument source, Span found, Optional<Span> context) {
    this(source, new SourceLines(source.lines()), found, context);
  }

  private static final Pattern CONFLICT = Pattern.compile("(<{7}|={7}|>{7})( .*|$)");

  /** Returns all explanations that fit, the most likely one first; at least one. */
  List<Diagnostic> diagnose() {
    SpacingAdvice spacing = new SpacingAdvice(source, lines, found);
    StructureAdvice structure = new StructureAdvice(source, lines, found, context);
    BracketAdvice brackets = new BracketAdvice(source, lines, found, context);
    LookAlikeAdvice lookAlike = new LookAlikeAdvice(source, lines);
    MarkdownAdvice markdown = new MarkdownAdvice(source, lines, found);
    LayoutAdvice layout = new LayoutAdvice(source, lines, found);
    QuotesAdvice quotes = new QuotesAdvice(source, lines, found);
    return Stream.<Supplier<Stream<Diagnostic>>>of(
            () -> mergeConflict().stream(),
            () -> markdown.fence().stream(),
            () -> spacing.diagnose().stream(),
            () -> lookAlike.above(found, context).stream(),
            () -> markdown.link().stream(),
            () -> brackets.missingComma().stream(),
            () -> brackets.unclosed().stream(),
            () -> spacing.missing().stream(),
            () -> quotes.backslash().stream(),
            () -> markdown.star().stream(),
            () -> quotes.reservedBeginning().stream(),
            () -> quotes.questionMarkInBrackets().stream(),
            () -> layout.commaAtEnd().stream(),
            () -> layout.withoutBrackets().stream(),
            () -> quotes.textAfterQuote().stream(),
            () -> layout.listBesideKey().stream(),
            () -> layout.severalKeys().stream(),
            () -> structure.indentation().stream(),
            () -> quotes.secondColon().stream(),
            () -> layout.version().stream(),
            () -> layout.equalsSign().stream(),
            () -> structure.neitherKeyNorEntry().stream(),
            () -> Stream.of(unknown()))
        .flatMap(Supplier::get)
        .toList();
  }

  private Diagnostic unknown() {
    return error(found, "not readable as YAML from here on")
        .withHelp(
            "check the indentation, the colons and the quotes of this line and the one before it");
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

  private Diagnostic error(Span span, String message) {
    return Diagnostic.of(source.location(span), RuleId.YAML_SYNTAX, message);
  }
}
