package io.exportctl.validate;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.diagnostic.Severity;
import io.exportctl.text.NearestWord;
import io.exportctl.yaml.Comment;
import io.exportctl.yaml.YamlDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses {@code # exportctl: ignore[rule] because reason}, and suggests corrections of malformed
 * comments.
 */
final class IgnoreSyntax {

  private static final String MODEL = "# exportctl: ignore[rule] because <reason>";

  /** Beginning of an ignore comment; {@code # exportctl moves this} is not one. */
  private static final Pattern IGNORE_COMMENT =
      Pattern.compile("(?i)exportctl(?:\\s*+:|\\s++ignore\\b).*+");

  private static final Pattern WELL_FORMED =
      Pattern.compile("exportctl:\\s*+ignore\\s*+\\[([^]]*+)]\\s*+(.*+)");
  private static final Pattern BECAUSE = Pattern.compile("because(?:\\s++(.*+))?+");

  /** A comment without brackets, colon or "because". */
  private static final Pattern NEARLY_RIGHT =
      Pattern.compile(
          "(?i)exportctl\\s*+:?+\\s*+ignore[\\s:=]*+[\\[(]?+\\s*+"
              + "([a-z0-9_-]++(?:\\s*+,\\s*+[a-z0-9_-]++)*+)"
              + "\\s*+[])]?+[\\s:,–—-]*+(?:because\\b)?+\\s*+(.*+)");

  /** Placeholders for a reason. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?i)(?:tb[cd]|to[ -]?do|fixme|xxx+|n/?a|none|reason|because|<.*>)\\W*+");

  private IgnoreSyntax() {}

  static boolean isIgnoreComment(String comment) {
    return IGNORE_COMMENT.matcher(comment).matches();
  }

  /** Writes a well-formed comment. */
  static String write(List<RuleId> rules, String reason) {
    return "# exportctl: ignore[" + Ignore.join(rules) + "] because " + reason;
  }

  /**
   * Parses an ignore comment.
   *
   * @param line line whose warnings the comment ignores
   */
  static Ignore parse(YamlDocument document, Comment comment, int line) {
    Matcher right = WELL_FORMED.matcher(comment.text());
    if (!right.matches() || ids(right.group(1)).isEmpty()) {
      Diagnostic fault = malformed(document, comment);
      return new Ignore(
          document, comment, line, correction(comment).rules(), "", Optional.of(fault));
    }
    List<String> ids = ids(right.group(1));
    List<RuleId> rules = ids.stream().flatMap(id -> nearest(id).stream()).distinct().toList();
    Matcher because = BECAUSE.matcher(right.group(2));
    String reason = because.matches() && because.group(1) != null ? because.group(1) : "";
    Optional<Diagnostic> fault =
        ids.stream()
            .filter(id -> ignorable(id).isEmpty())
            .findFirst()
            .map(id -> notIgnorable(document, comment, id))
            .or(() -> faultOfReason(document, comment, right.group(2), reason));
    return new Ignore(document, comment, line, rules, reason, fault);
  }

  private static Diagnostic malformed(YamlDocument document, Comment comment) {
    return withCorrection(
        error(
            document, comment, "a comment for exportctl that does not say what to ignore, and why"),
        comment);
  }

  private static Diagnostic notIgnorable(YamlDocument document, Comment comment, String id) {
    if (RuleId.of(id).isPresent()) {
      return error(document, comment, quote(id) + " cannot be ignored, expected a warning's rule")
          .withHelp("remove it here, and fix the error");
    }
    Diagnostic unknown = error(document, comment, "unknown rule " + quote(id));
    return nearest(id)
        .map(RuleId::id)
        .map(
            nearest ->
                unknown
                    .withHelp("did you mean " + quote(nearest) + "?")
                    .withFix(rewrite(comment, "# " + replace(comment.text(), id, nearest), false)))
        .orElseGet(() -> unknown.withHelp("use one of those that 'exportctl explain' lists"));
  }

  private static Optional<Diagnostic> faultOfReason(
      YamlDocument document, Comment comment, String rest, String reason) {
    if (!rest.isEmpty() && !BECAUSE.matcher(rest).matches()) {
      return Optional.of(
          withCorrection(
              error(
                  document,
                  comment,
                  "missing \"because\" after the brackets, expected the reason there"),
              comment));
    }
    if (reason.isBlank()) {
      return Optional.of(
          error(
                  document,
                  comment,
                  "missing reason, expected \"because\" and why the warning is ignored")
              .withHelp("write such a comment as \"" + MODEL + "\""));
    }
    return isReason(reason)
        ? Optional.empty()
        : Optional.of(
            error(
                    document,
                    comment,
                    quote(reason) + " is not a reason, expected why the warning is ignored")
                .withHelp("say what the next reader needs to know to agree"));
  }

  private static boolean isReason(String text) {
    return text.codePoints().anyMatch(Character::isLetter) && !PLACEHOLDER.matcher(text).matches();
  }

  /** Adds a corrected comment, if all rules in it can be ignored. */
  private static Diagnostic withCorrection(Diagnostic fault, Comment comment) {
    Correction correction = correction(comment);
    Diagnostic helped = fault.withHelp("write it as \"" + MODEL + "\"");
    return !correction.rules().isEmpty() && isReason(correction.reason())
        ? helped.withFix(rewrite(comment, write(correction.rules(), correction.reason()), true))
        : helped;
  }

  /** The content of a malformed comment. */
  private record Correction(List<RuleId> rules, String reason) {}

  private static Correction correction(Comment comment) {
    Matcher matcher = NEARLY_RIGHT.matcher(comment.text());
    List<String> ids = matcher.matches() ? ids(normal(matcher.group(1))) : List.of();
    List<RuleId> rules = ids.stream().flatMap(id -> ignorable(id).stream()).toList();
    return rules.isEmpty() || rules.size() < ids.size()
        ? new Correction(List.of(), "")
        : new Correction(rules, matcher.group(2));
  }

  private static Fix rewrite(Comment comment, String text, boolean isSafe) {
    return new Fix.Rewrite(List.of(Ignore.replacement(comment.span(), text)), isSafe);
  }

  private static String replace(String comment, String id, String nearest) {
    int at = comment.indexOf(id, comment.indexOf('['));
    return comment.substring(0, at) + nearest + comment.substring(at + id.length());
  }

  private static String normal(String ids) {
    return ids.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> ids(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .toList();
  }

  /** Finds a rule that can be ignored: a warning, other than for an unused ignore comment. */
  private static Optional<RuleId> ignorable(String id) {
    return RuleId.of(id).filter(IgnoreSyntax::isIgnorable);
  }

  private static boolean isIgnorable(RuleId rule) {
    return rule.severity() == Severity.WARNING && rule != RuleId.UNUSED_IGNORE;
  }

  /** Returns the rule with this id, or with the nearest id. */
  private static Optional<RuleId> nearest(String id) {
    List<String> ids =
        Arrays.stream(RuleId.values()).filter(IgnoreSyntax::isIgnorable).map(RuleId::id).toList();
    return RuleId.of(id).isPresent()
        ? ignorable(id)
        : NearestWord.of(id, ids).map(NearestWord::text).flatMap(RuleId::of);
  }

  private static Diagnostic error(YamlDocument document, Comment comment, String message) {
    return Diagnostic.of(document.location(comment.span()), RuleId.INVALID_IGNORE, message);
  }
}
