package io.exportctl.validate;

import io.exportctl.dataset.AllowedRemoval;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.Comment;
import io.exportctl.yaml.Span;
import io.exportctl.yaml.YamlDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A comment that suppresses warnings on its own line, or on the line after it.
 *
 * @param line line whose warnings are ignored; 0 if the comment ends the file
 * @param rules rules to ignore, after correction of misspelt names
 * @param fault fault of the comment; it still applies, so that one mistake gives one message
 */
public record Ignore(
    YamlDocument document,
    Comment comment,
    int line,
    List<RuleId> rules,
    String reason,
    Optional<Diagnostic> fault) {

  /** Returns all ignore comments of a file, in source order. */
  public static List<Ignore> in(YamlDocument document) {
    if (document.comments().isEmpty()) {
      return List.of();
    }
    Set<Integer> onlyComments =
        document.comments().stream()
            .filter(Comment::isAlone)
            .map(comment -> comment.span().line())
            .collect(Collectors.toSet());
    return document.comments().stream()
        .filter(comment -> IgnoreSyntax.isIgnoreComment(comment.text()))
        .filter(comment -> !AllowedRemoval.isWellFormed(comment.text()))
        .map(
            comment ->
                AllowedRemoval.isMeant(comment.text())
                    ? ofRemoval(document, comment)
                    : IgnoreSyntax.parse(
                        document, comment, ignoredLine(document, comment, onlyComments)))
        .toList();
  }

  /** Returns a malformed comment that should let a dataset go, and lets none. */
  private static Ignore ofRemoval(YamlDocument document, Comment comment) {
    Diagnostic fault =
        Diagnostic.of(
                document.location(comment.span()),
                RuleId.INVALID_IGNORE,
                "a comment that does not say which dataset may go, and why")
            .withHelp("write it as \"" + AllowedRemoval.MODEL + "\"");
    return new Ignore(document, comment, 0, List.of(), "", Optional.of(fault));
  }

  /** Returns the comment's line, or the next line of content if the comment stands alone. */
  private static int ignoredLine(
      YamlDocument document, Comment comment, Set<Integer> onlyComments) {
    int line = comment.span().line();
    if (!comment.isAlone()) {
      return line;
    }
    List<String> lines = document.lines();
    while (line <= lines.size() && (onlyComments.contains(line) || lines.get(line - 1).isBlank())) {
      line++;
    }
    return line <= lines.size() ? line : 0;
  }

  boolean covers(Diagnostic found) {
    return found.location().line() == line && rules.contains(found.rule());
  }

  Location location() {
    return document.location(comment.span());
  }

  /**
   * Reports rules that gave no warning to ignore.
   *
   * @param unused rules of this comment without a warning
   */
  Diagnostic unused(List<RuleId> unused) {
    String more = unused.size() == 1 ? "" : " and " + (unused.size() - 1) + " more";
    List<RuleId> left = rules.stream().filter(rule -> !unused.contains(rule)).toList();
    Fix.Edit edit = left.isEmpty() ? removal() : replacement(IgnoreSyntax.write(left, reason));
    return Diagnostic.of(
            location(),
            RuleId.UNUSED_IGNORE,
            "no warning of \"" + unused.get(0) + "\"" + more + " is there to ignore")
        .withHelp(
            left.isEmpty()
                ? "remove the comment"
                : "leave only the rules that warn here: " + join(left))
        .withFix(new Fix.Rewrite(List.of(edit), true));
  }

  static String join(List<RuleId> rules) {
    return rules.stream().map(RuleId::id).collect(Collectors.joining(", "));
  }

  private Fix.Edit replacement(String text) {
    return replacement(comment.span(), text);
  }

  static Fix.Edit replacement(Span span, String text) {
    return new Fix.Edit(span.line(), span.column(), span.line(), span.endColumn(), text);
  }

  /** Returns an edit that removes the comment with the space before it, or its whole line. */
  public Fix.Edit removal() {
    Span span = comment.span();
    if (comment.isAlone()) {
      return span.line() < document.lines().size()
          ? new Fix.Edit(span.line(), 1, span.line() + 1, 1, "")
          : new Fix.Edit(span.line(), 1, span.line(), span.endColumn(), "");
    }
    String source = document.lines().get(span.line() - 1);
    String before = source.substring(0, source.offsetByCodePoints(0, span.column() - 1));
    String kept = before.stripTrailing();
    int column = kept.codePointCount(0, kept.length()) + 1;
    return new Fix.Edit(span.line(), column, span.line(), span.endColumn(), "");
  }
}
