package io.exportctl.kind.source;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.NestedKeys;
import io.exportctl.rule.RuleContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports a file with both or neither of two keys of which one says where data come from, or who
 * hears of them.
 */
final class ExclusiveKeys implements FileRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.EXCLUSIVE_KEYS);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    Optional<NestedKeys> keys = file.keys();
    if (keys.isEmpty()) {
      return;
    }
    check(keys.get(), "name", "fetch", "upload", found);
    below(keys.get(), "fetch", "page", "url", found);
    below(keys.get(), "notify", "airflow", "webhook", found);
  }

  private static void below(
      NestedKeys keys, String section, String one, String other, Consumer<Diagnostic> found) {
    Optional<NestedKeys> below = keys.section(section);
    if (below.isPresent() && !below.get().has(one) && !below.get().has(other)) {
      found.accept(neither(keys, section, one, other));
    } else {
      below.ifPresent(present -> check(present, other, one, other, found));
    }
  }

  /**
   * Checks one level.
   *
   * @param place key at which a finding about two missing keys is shown, if it is there
   */
  private static void check(
      NestedKeys keys, String place, String one, String other, Consumer<Diagnostic> found) {
    if (keys.has(one) && keys.has(other)) {
      found.accept(
          keys.diagnose(
                  other,
                  RuleId.EXCLUSIVE_KEYS,
                  quote(other) + " stands beside " + quote(one) + ", expected only one of them")
              .withHelp("remove one of the two keys"));
    } else if (!keys.has(one) && !keys.has(other) && keys.has(place)) {
      found.accept(neither(keys, place, one, other));
    }
  }

  private static Diagnostic neither(NestedKeys keys, String place, String one, String other) {
    return keys.diagnose(
            place,
            RuleId.EXCLUSIVE_KEYS,
            "neither " + quote(one) + " nor " + quote(other) + " is there, expected one of them")
        .withHelp("add \"" + one + "\" or \"" + other + "\"");
  }
}
