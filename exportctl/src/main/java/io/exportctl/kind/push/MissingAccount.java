package io.exportctl.kind.push;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reports a target whose owner is not named. A bucket's name becomes free when the bucket is
 * deleted; whoever takes it then, and lets us write, would get the files. Skips files with errors,
 * which come first.
 */
final class MissingAccount implements FileRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.MISSING_ACCOUNT);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    if (!file.isValid() || !file.values("account").isEmpty()) {
      return;
    }
    for (Value bucket : file.values("bucket")) {
      found.accept(
          bucket
              .diagnose(
                  RuleId.MISSING_ACCOUNT,
                  quote(bucket.text())
                      + " may change hands, expected \"account\" to name its owner")
              .withHelp(
                  "ask the receiver and add a line such as account: \"210987654321\"; without it,"
                      + " somebody who takes over the name gets the files"));
    }
  }
}
