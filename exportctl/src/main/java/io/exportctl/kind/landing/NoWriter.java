package io.exportctl.kind.landing;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** Reports a dataset into which no role may put anything yet. Skips files with errors. */
final class NoWriter implements FileRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.NO_WRITER);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    if (!file.isValid() || !file.values("put_arns").isEmpty()) {
      return;
    }
    for (Value name : file.names()) {
      found.accept(
          name.diagnose(
                  RuleId.NO_WRITER,
                  "nobody may write yet, expected \"put_arns\" with the service's role")
              .withHelp(
                  "the service gets its role by exportctl handshake landing/"
                      + name.text()
                      + " --format terraform; add its ARN under put_arns"));
    }
  }
}
