package io.exportctl.kind.source;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.NestedKeys;
import io.exportctl.rule.RuleContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reports expressions that RE2 does not take, and uses of groups that the expression of links
 * lacks.
 */
final class LinkPattern implements FileRule {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.LINK_PATTERN);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    Optional<NestedKeys> keys = file.keys();
    keys.flatMap(all -> all.section("fetch")).ifPresent(fetch -> checkFetch(fetch, context, found));
    keys.flatMap(all -> all.section("unpack"))
        .ifPresent(unpack -> checkExpression(unpack, "member", context, found));
    keys.map(all -> all.sections("columns"))
        .orElse(List.of())
        .forEach(column -> checkExpression(column, "pattern", context, found));
  }

  private static void checkExpression(
      NestedKeys keys, String key, RuleContext context, Consumer<Diagnostic> found) {
    keys.text(key)
        .filter(value -> context.expressions().groups(value.text()).isEmpty())
        .map(LinkPattern::invalid)
        .ifPresent(found);
  }

  private static Diagnostic invalid(Value value) {
    return value
        .diagnose(
            RuleId.LINK_PATTERN,
            "not an expression, expected one such as '\\.txt$' in the syntax of RE2")
        .withHelp("close each bracket, and put a backslash in front of a letter that is meant");
  }

  /** Reports a page without the expression that tells which of its links are files. */
  private static void checkPage(NestedKeys fetch, Consumer<Diagnostic> found) {
    if (fetch.has("page") && !fetch.has("link")) {
      found.accept(
          fetch
              .diagnose(
                  "page", RuleId.LINK_PATTERN, "\"page\" stands alone, expected \"link\" beside it")
              .withHelp("add \"link\", an expression that is found in the links to take"));
    }
  }

  private static void checkFetch(
      NestedKeys fetch, RuleContext context, Consumer<Diagnostic> found) {
    checkPage(fetch, found);
    Optional<Value> link = fetch.text("link");
    Optional<Set<String>> read = link.flatMap(value -> context.expressions().groups(value.text()));
    if (link.isPresent() && read.isEmpty()) {
      found.accept(invalid(link.get()));
      return;
    }
    if (fetch.has("link") && link.isEmpty()) {
      return;
    }
    Set<String> groups = read.orElse(Set.of());
    for (String key : List.of("address", "store_as")) {
      fetch.text(key).flatMap(value -> unknownGroup(value, groups)).ifPresent(found);
    }
    if (fetch.has("date_format") && !groups.contains("date")) {
      found.accept(
          fetch
              .diagnose(
                  "date_format",
                  RuleId.LINK_PATTERN,
                  "\"link\" has no group for the date, expected one called \"date\"")
              .withHelp("put the date in \"link\" into (?P<date>...), or remove this key"));
    }
  }

  private static Optional<Diagnostic> unknownGroup(Value value, Set<String> groups) {
    return PLACEHOLDER
        .matcher(value.text())
        .results()
        .map(MatchResult::group)
        .filter(name -> !groups.contains(name.substring(1, name.length() - 1)))
        .findFirst()
        .map(
            name ->
                value
                    .diagnose(
                        RuleId.LINK_PATTERN,
                        quote(name) + " is not a group of \"link\", expected the name of one")
                    .withHelp("name the group in \"link\", such as (?P<date>[0-9]{4})"));
  }
}
