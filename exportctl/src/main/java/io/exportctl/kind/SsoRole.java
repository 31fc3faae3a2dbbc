package io.exportctl.kind;

import io.exportctl.dataset.RoleArn;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.RuleContext;
import java.util.Optional;

/**
 * Reports a role whose name may change. A role that <a
 * href="https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html">IAM
 * Identity Center</a> made gets a new name when its permission set is recreated, and then loses
 * access. Skips administrators' roles: replacing them fixes both faults.
 *
 * @param owner the owner of the role, as advice names it
 */
public record SsoRole(String owner) implements RoleRule {

  @Override
  public RuleId id() {
    return RuleId.SSO_ROLE;
  }

  @Override
  public Optional<Diagnostic> check(Role role, RuleContext context) {
    return isSso(role.arn()) && !AdministratorRole.isAdministrator(role.arn())
        ? Optional.of(
            role.diagnose(
                    RuleId.SSO_ROLE, " is an Identity Center role, expected one whose name stays")
                .withHelp(
                    "ask "
                        + owner
                        + " for a role of their own making; the name of this one"
                        + " changes with its permission set"))
        : Optional.empty();
  }

  private static boolean isSso(RoleArn role) {
    return role.path().startsWith("aws-reserved/sso.amazonaws.com/")
        || role.name().startsWith("AWSReservedSSO_");
  }
}
