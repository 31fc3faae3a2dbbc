package io.exportctl.kind.pull;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.kind.RoleRule;
import io.exportctl.rule.RuleContext;
import java.util.Optional;

/**
 * Reports a role of the platform's own account; a pull dataset is for other accounts. Such a role
 * is a principal of the bucket's policy, and AWS refuses a policy that <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-bucket-user-policy-specifying-principal-intro.html">names
 * a deleted role</a>.
 */
final class OwnAccountRole implements RoleRule {

  @Override
  public RuleId id() {
    return RuleId.OWN_ACCOUNT_ROLE;
  }

  @Override
  public Optional<Diagnostic> check(Role role, RuleContext context) {
    return context
        .platform()
        .filter(platform -> role.arn().account().equals(platform.accountId()))
        .map(platform -> diagnose(role, context));
  }

  private static Diagnostic diagnose(Role role, RuleContext context) {
    return role.diagnose(
            RuleId.OWN_ACCOUNT_ROLE, " is a role of our own account, expected a receiver's")
        .withHelp(
            "name people under \"users\"; once this role is gone, AWS refuses the bucket's next"
                + " policy")
        .relatedTo(context.inPlatform("account_id"));
  }
}
