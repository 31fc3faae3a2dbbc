package io.exportctl.dataset;

import java.util.List;

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

  public Requirement {
    roles = List.copyOf(roles);
    statements = List.copyOf(statements);
  }
}
