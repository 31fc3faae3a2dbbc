package io.exportctl.agreement;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares our verdict on a document with that of an editor. We may reject more, by the rules
 * listed here, but must not accept a document that an editor rejects, or read another value.
 */
final class Agreement {

  /** Rules that an editor does not have, with our reasons for them. */
  static final Map<RuleId, String> OURS_ALONE =
      Map.ofEntries(
          Map.entry(RuleId.ALIAS, "a reviewer does not see the value where it counts"),
          Map.entry(RuleId.YAML_TAG, "a tag changes what a value means, far from the eye"),
          Map.entry(RuleId.CONTROL_CHARACTER, "what a reviewer sees is not what is there"),
          Map.entry(RuleId.BYTE_ORDER_MARK, "other tools read it as text"),
          Map.entry(RuleId.MULTIPLE_DOCUMENTS, "an editor looks at each document by itself"),
          Map.entry(RuleId.NESTING_TOO_DEEP, "keeps memory and time bounded"),
          Map.entry(RuleId.FILE_TOO_LARGE, "keeps memory and time bounded"),
          Map.entry(RuleId.NAME_FILE_MISMATCH, "an editor does not look at the file's name"),
          Map.entry(RuleId.USER_PREFIX, "needs platform.yaml"),
          Map.entry(RuleId.TARGET_IS_OURS, "needs platform.yaml"),
          Map.entry(RuleId.BUCKET_CLASH, "needs platform.yaml"),
          Map.entry(RuleId.DERIVED_NAME, "needs platform.yaml"),
          Map.entry(RuleId.POLICY_TOO_LARGE, "needs platform.yaml"),
          Map.entry(RuleId.OTHER_PARTITION, "holds two values against each other"),
          Map.entry(RuleId.UNLISTED_ACCOUNT, "holds two values against each other"),
          Map.entry(RuleId.DUPLICATE_ACCOUNT, "holds two values against each other"),
          Map.entry(RuleId.ALARM_REGION, "holds two values against each other"),
          Map.entry(RuleId.DUPLICATE_TAG, "holds two names against each other"),
          Map.entry(RuleId.FORMER_NAME, "holds two datasets against each other"),
          Map.entry(RuleId.KEY_SOURCE, "holds keys against each other"),
          Map.entry(RuleId.PLACEHOLDER, "some blanks fit the pattern of what belongs there"),
          Map.entry(RuleId.REVIEW_OVERDUE, "an editor does not look at the calendar"),
          Map.entry(RuleId.REVIEW_TOO_FAR, "an editor does not look at the calendar"),
          Map.entry(RuleId.INVALID_IGNORE, "a comment to an editor"));

  /**
   * Syntax that editors accept but SnakeYAML rejects, so that the file must be fixed.
   *
   * @param example a file of the corpus that only this exception allows
   * @param text a pattern of the syntax
   */
  record Stricter(String example, Pattern text) {

    boolean excuses(byte[] yaml) {
      return text.matcher(new String(yaml, StandardCharsets.UTF_8)).find();
    }
  }

  static final List<Stricter> STRICTER =
      List.of(
          new Stricter("push/tab-for-a-space.yaml", Pattern.compile("\t")),
          new Stricter("push/directive-of-another-version.yaml", Pattern.compile("(?m)^%")),
          new Stricter("push/escaped-slash.yaml", Pattern.compile("\\\\/")),
          new Stricter("push/colon-on-next-line.yaml", Pattern.compile("(?m)^ *:")),
          new Stricter("push/anchor-of-signs.yaml", Pattern.compile("&\\w*[^\\s\\w]")),
          new Stricter("push/tag-without-space.yaml", Pattern.compile("!")),
          new Stricter("push/question-mark-in-brackets.yaml", Pattern.compile("[\\[{].*\\?")));

  private static final String TOO_STRICT = "only we refuse the syntax: ";

  private final FirstOpinion first = new FirstOpinion();
  private final SecondOpinion second;

  Agreement(SecondOpinion second) {
    this.second = second;
  }

  /** Returns an undeclared difference between the two verdicts, if any. */
  Optional<String> difference(String schema, byte[] yaml) {
    return anyDifference(schema, yaml)
        .filter(
            found ->
                !found.startsWith(TOO_STRICT)
                    || STRICTER.stream().noneMatch(one -> one.excuses(yaml)));
  }

  /** Returns true if our validator finds an error. */
  boolean isRefused(String schema, byte[] yaml) {
    return !first.errors(schema, YamlReader.read(FirstOpinion.FILE, yaml)).isEmpty();
  }

  /** Returns a difference between the two verdicts, declared or not, if any. */
  Optional<String> anyDifference(String schema, byte[] yaml) {
    Opinion editor = second.of(schema, yaml);
    YamlDocument document = YamlReader.read(FirstOpinion.FILE, yaml);
    List<Diagnostic> errors = first.errors(schema, document);
    if (!editor.syntax().isEmpty()) {
      return document.problems().isEmpty()
          ? Optional.of("only an editor refuses the syntax: " + editor.syntax())
          : Optional.empty();
    }
    List<Diagnostic> unexplained =
        errors.stream().filter(error -> !OURS_ALONE.containsKey(error.rule())).toList();
    boolean readable =
        document.problems().stream().allMatch(one -> one.rule() == RuleId.EMPTY_FILE);
    if (!readable) {
      return editor.schema().isEmpty() && !unexplained.isEmpty()
          ? Optional.of(TOO_STRICT + messages(unexplained))
          : Optional.empty();
    }
    String value = document.root().map(CanonicalText::of).orElse("null");
    if (!value.equals(editor.value())) {
      return Optional.of("read as " + value + ", by an editor as " + editor.value());
    }
    if (errors.isEmpty() && !editor.schema().isEmpty()) {
      return Optional.of("only an editor refuses the content: " + editor.schema());
    }
    return editor.schema().isEmpty() && !unexplained.isEmpty()
        ? Optional.of("only we refuse the content: " + messages(unexplained))
        : Optional.empty();
  }

  private static String messages(List<Diagnostic> found) {
    return found.stream()
        .map(one -> one.location().line() + ":" + one.location().column() + " " + one.message())
        .collect(Collectors.joining("; "));
  }
}
