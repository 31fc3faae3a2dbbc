package io.exportctl.kind.pull;

import io.exportctl.dataset.RoleArn;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.RuleContext;
import io.exportctl.text.Quotation;
import java.util.Optional;

/** One thing that can be wrong with a role that may read the bucket of a dataset. */
interface RoleRule {

  Optional<Diagnostic> check(Role role, RuleContext context);

  /** Such a role. */
  record Role(Value value, RoleArn arn) {

    /** What is wrong with it, by its name: an ARN is too long for a message. */
    Diagnostic diagnose(RuleId rule, String message) {
      return value.diagnose(rule, Quotation.quote(arn.name()) + message);
    }
  }
}
