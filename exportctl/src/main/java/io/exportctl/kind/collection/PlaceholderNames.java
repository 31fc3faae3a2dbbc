package io.exportctl.kind.collection;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.RuleContext;
import io.exportctl.text.Alternatives;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reports a folder of a date's files that does not hold the year, the month and the day, or that
 * holds another placeholder.
 */
final class PlaceholderNames implements FileRule {

  private static final List<String> KNOWN = List.of("{year}", "{month}", "{day}");

  /** A placeholder, or a brace that belongs to none. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}/]*}|[{}]");

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.UNKNOWN_PLACEHOLDER, RuleId.MISSING_PLACEHOLDER);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    for (Value prefix : file.values("source_prefix")) {
      List<String> placeholders =
          PLACEHOLDER.matcher(prefix.text()).results().map(MatchResult::group).toList();
      Optional<String> unknown =
          placeholders.stream().filter(name -> !KNOWN.contains(name)).findFirst();
      List<String> missing = KNOWN.stream().filter(name -> !placeholders.contains(name)).toList();
      if (unknown.isPresent()) {
        found.accept(unknown(prefix, unknown.get(), file.file().document()));
      } else if (!missing.isEmpty()) {
        found.accept(missing(prefix, missing));
      }
    }
  }

  private static Diagnostic unknown(Value prefix, String name, YamlDocument document) {
    Diagnostic found =
        prefix.diagnose(
            RuleId.UNKNOWN_PLACEHOLDER,
            quote(name) + " is not a placeholder, expected " + Alternatives.of(KNOWN));
    Optional<String> meant = meant(name);
    if (meant.isEmpty()) {
      return found.withHelp("write the parts of the date as {year}, {month} and {day}");
    }
    Diagnostic helped = found.withHelp("did you mean " + quote(meant.get()) + "?");
    return new YamlEdits(document)
        .text(prefix.scalar(), prefix.text().replace(name, meant.get()))
        .map(edit -> helped.withFix(YamlEdits.rewrite(edit, false)))
        .orElse(helped);
  }

  /** Returns the part of the date that a name such as {@code {yyyy}} can mean. */
  private static Optional<String> meant(String name) {
    String beginning = name.substring(0, Math.min(2, name.length())).toLowerCase(Locale.ROOT);
    return name.length() < 3
        ? Optional.empty()
        : KNOWN.stream().filter(known -> known.startsWith(beginning)).findFirst();
  }

  private static Diagnostic missing(Value prefix, List<String> missing) {
    return prefix
        .diagnose(
            RuleId.MISSING_PLACEHOLDER,
            "the folder lacks " + String.join(" and ", missing) + ", expected one for each date")
        .withHelp(
            "write the parts of the date as the folders have them, such as"
                + " corporate_storage/{year}/{month}/{day}/core/claim/");
  }
}
