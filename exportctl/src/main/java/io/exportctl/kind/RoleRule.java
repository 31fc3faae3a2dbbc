package io.exportctl.kind;

import io.exportctl.dataset.RoleArn;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.RuleContext;
import io.exportctl.text.Quotation;
import java.util.Optional;

/** A rule for a role of the other side that a dataset gives access to. */
public interface RoleRule {

  /** Returns the id under which this rule reports findings. */
  RuleId id();

  Optional<Diagnostic> check(Role role, RuleContext context);

  /** A role, at the place that names it. */
  record Role(Value value, RoleArn arn) {

    /** Returns a finding with the role's name, as an ARN is too long for a message. */
    public Diagnostic diagnose(RuleId rule, String message) {
      return value.diagnose(rule, Quotation.quote(arn.name()) + message);
    }
  }
}
