package io.exportctl.kind.pull;

import io.exportctl.dataset.RoleArn;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.RuleContext;
import java.util.Optional;

/**
 * A role keeps its name. One that <a
 * href="https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html">IAM
 * Identity Center</a> made gets another when its permission set is made anew, and then no longer
 * reads. That an administrator's role is one of these matters less: mending that mends both.
 */
final class SsoRole implements RoleRule {

  @Override
  public Optional<Diagnostic> check(Role role, RuleContext context) {
    return isSso(role.arn()) && !AdministratorRole.isAdministrator(role.arn())
        ? Optional.of(
            role.diagnose(
                    RuleId.SSO_ROLE, " is an Identity Center role, expected one whose name stays")
                .withHelp(
                    "ask the receiver for a role of their own making; the name of this one"
                        + " changes with its permission set"))
        : Optional.empty();
  }

  private static boolean isSso(RoleArn role) {
    return role.path().startsWith("aws-reserved/sso.amazonaws.com/")
        || role.name().startsWith("AWSReservedSSO_");
  }
}
