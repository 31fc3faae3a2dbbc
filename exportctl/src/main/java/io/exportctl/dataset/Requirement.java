package io.exportctl.dataset;

import java.util.List;

/**
 * What the other side has to allow.
 *
 * @param of the bucket's name, the key's ARN, or the account that the roles are in
 * @param roles their ARNs; none for a bucket or a key
 */
public record Requirement(
    Policy policy, String of, List<String> roles, List<Statement> statements) {

  /** What the statements are added to. */
  public enum Policy {
    BUCKET("bucketPolicy"),
    KEY("keyPolicy"),
    ROLES("rolePolicies");

    private final String id;

    Policy(String id) {
      this.id = id;
    }

    /** How programs know it. */
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
