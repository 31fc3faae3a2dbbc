package io.exportctl.kind;

import io.exportctl.dataset.RoleArn;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.RuleContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reports an administrator's role, which gives access to everyone who manages the account,
 * regardless of the paperwork. A role should be made for the purpose.
 *
 * @param help advice where to get such a role
 */
public record AdministratorRole(String help) implements RoleRule {

  /** Borders between words: characters other than letters and digits, or changes to upper case. */
  private static final Pattern WORD_BORDER =
      Pattern.compile(
          "[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"); // AWSAdminRole

  /**
   * Whole words for administrators, and the roles through which <a
   * href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access.html">Organizations</a>
   * and <a href="https://docs.aws.amazon.com/controltower/latest/userguide/roles-how.html">Control
   * Tower</a> administer an account.
   */
  private static final Pattern ADMINISTRATOR =
      Pattern.compile(
          ".*-((sys|super)?admins?|administrators?|(super|power)-?users?"
              + "|organization-account-access-role|aws-control-tower-execution)-.*");

  @Override
  public RuleId id() {
    return RuleId.ADMINISTRATOR_ROLE;
  }

  @Override
  public Optional<Diagnostic> check(Role role, RuleContext context) {
    return isAdministrator(role.arn())
        ? Optional.of(
            role.diagnose(
                    RuleId.ADMINISTRATOR_ROLE,
                    " is an administrator's role, expected one for this data")
                .withHelp(help))
        : Optional.empty();
  }

  static boolean isAdministrator(RoleArn role) {
    String words = WORD_BORDER.matcher(role.name()).replaceAll("-").toLowerCase(Locale.ROOT);
    return ADMINISTRATOR.matcher("-" + words + "-").matches();
  }
}
