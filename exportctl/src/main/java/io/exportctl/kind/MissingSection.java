package io.exportctl.kind;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.PlatformRule;
import io.exportctl.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** Reports a dataset whose kind needs a section that platform.yaml lacks. */
public final class MissingSection implements PlatformRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.MISSING_SECTION);
  }

  @Override
  public void check(
      FileValues file, Platform platform, RuleContext context, Consumer<Diagnostic> found) {
    Kind kind = Kinds.of(file.file().kind());
    if (Kinds.isSetUp(kind, platform)) {
      return;
    }
    for (Value name : file.names()) {
      found.accept(
          name.diagnose(
                  RuleId.MISSING_SECTION,
                  "platform.yaml has no settings for %s datasets, expected \"%s\""
                      .formatted(kind.id(), kind.id()))
              .withHelp(
                  "ask whoever looks after the platform to add \"%s:\"; docs/kinds/%s.md shows its keys"
                      .formatted(kind.id(), kind.id())));
    }
  }
}
