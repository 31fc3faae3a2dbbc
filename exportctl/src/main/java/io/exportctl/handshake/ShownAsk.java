package io.exportctl.handshake;

import io.exportctl.dataset.Requirement;
import io.exportctl.dataset.RoleArn;
import io.exportctl.dataset.Statement;
import java.util.List;

/**
 * What the other side has to allow, as templates take it.
 *
 * @param policy what it is added to, as {@link Requirement.Policy} prints itself
 * @param of the bucket's name, the key's ARN, or the account of the roles
 * @param roleNames of the roles, without their paths
 * @param onCloudPlatform whether the roles belong to the Cloud Platform's service accounts
 * @param json the lines of the statement that is added, for roles of a policy of their own
 */
public record ShownAsk(
    String policy,
    String of,
    List<String> roles,
    List<String> roleNames,
    boolean onCloudPlatform,
    List<Statement> statements,
    List<String> json) {

  /**
   * The account of the Cloud Platform's clusters. A role there is made for a service account, by <a
   * href="https://github.com/ministryofjustice/cloud-platform-terraform-irsa">a module of
   * theirs</a>.
   */
  private static final String CLOUD_PLATFORM = "754256621582";

  static ShownAsk of(Requirement ask) {
    return new ShownAsk(
        ask.policy().toString(),
        ask.of(),
        ask.roles(),
        ask.roles().stream().map(ShownAsk::roleName).toList(),
        ask.of().equals(CLOUD_PLATFORM),
        ask.statements(),
        HandshakeJson.lines(ask));
  }

  private static String roleName(String arn) {
    return RoleArn.parse(arn).map(RoleArn::name).orElse(arn);
  }
}
