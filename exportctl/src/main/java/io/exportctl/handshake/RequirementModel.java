package io.exportctl.handshake;

import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Requirement;
import io.exportctl.dataset.RoleArn;
import io.exportctl.dataset.Statement;
import java.util.List;

/**
 * Access that the other side has to grant, as a template model.
 *
 * @param policy the kind of policy to extend, as {@link Requirement.Policy} prints it
 * @param of the bucket's name, the key's ARN, or the account of the roles
 * @param account the account of the roles for a person, with its name if it has one
 * @param roleNames the names of the roles without their paths
 * @param onCloudPlatform true if the roles belong to the Cloud Platform's service accounts
 * @param json the lines of the statement to add; for roles, of a whole policy
 */
public record RequirementModel(
    String policy,
    String of,
    String account,
    List<String> roles,
    List<String> roleNames,
    boolean onCloudPlatform,
    List<Statement> statements,
    List<String> json) {

  /**
   * Account of the Cloud Platform's clusters. Roles there belong to service accounts and are
   * created by <a href="https://github.com/ministryofjustice/cloud-platform-terraform-irsa">its
   * Terraform module</a>.
   */
  private static final String CLOUD_PLATFORM = "754256621582";

  static RequirementModel of(Requirement requirement, Platform platform) {
    return new RequirementModel(
        requirement.policy().toString(),
        requirement.of(),
        platform.account(requirement.of()),
        requirement.roles(),
        requirement.roles().stream().map(RequirementModel::roleName).toList(),
        requirement.of().equals(CLOUD_PLATFORM),
        requirement.statements(),
        HandshakeJson.lines(requirement));
  }

  private static String roleName(String arn) {
    return RoleArn.parse(arn).map(RoleArn::name).orElse(arn);
  }
}
