package io.exportctl.dataset;

import java.util.List;
import java.util.Map;

/**
 * Permissions that the other side has to grant.
 *
 * @param of the bucket's name, the key's ARN, the roles' account, or who will own a role
 * @param roles ARNs of the roles; empty for a bucket or a key
 */
public record Requirement(
    Policy policy, String of, List<String> roles, List<Statement> statements) {

  /** The policy to which the statements are added. */
  public enum Policy {
    BUCKET("bucketPolicy"),
    KEY("keyPolicy"),
    ROLES("rolePolicies");

    private final String id;

    Policy(String id) {
      this.id = id;
    }

    /** Returns the id for programs. */
    @Override
    public String toString() {
      return id;
    }
  }

  /**
   * Asks the owners of roles for permissions, each for their own.
   *
   * @param roles ARNs of the roles by the account, or whoever owns them
   */
  public static List<Requirement> ofRoles(
      Map<String, List<String>> roles, List<Statement> statements) {
    return roles.entrySet().stream()
        .map(owner -> new Requirement(Policy.ROLES, owner.getKey(), owner.getValue(), statements))
        .toList();
  }

  public Requirement {
    roles = List.copyOf(roles);
    statements = List.copyOf(statements);
  }
}
