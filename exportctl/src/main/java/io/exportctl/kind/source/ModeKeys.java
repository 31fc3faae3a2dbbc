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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reports a key that has no effect in the mode of the file. */
final class ModeKeys implements FileRule {

  private static final Map<String, String> MODE_BY_KEY =
      new TreeMap<>(Map.of("id", "replace", "vanished", "snapshot"));

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.MODE_KEY);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    file.keys()
        .ifPresent(keys -> MODE_BY_KEY.forEach((key, mode) -> check(keys, key, mode, found)));
  }

  private static void check(
      NestedKeys keys, String key, String expected, Consumer<Diagnostic> found) {
    Optional<String> mode =
        keys.has("mode") ? keys.text("mode").map(Value::text) : Optional.of("replace");
    if (keys.has(key) && mode.isPresent() && !mode.get().equals(expected)) {
      found.accept(
          keys.diagnose(
                  key,
                  RuleId.MODE_KEY,
                  "%s has no effect in the mode %s, expected \"mode: %s\""
                      .formatted(quote(key), mode.get(), expected))
              .withHelp("remove \"" + key + "\", or change the mode"));
    }
  }
}
