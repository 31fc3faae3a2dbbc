package io.exportctl.dataset;

import java.util.Optional;

/**
 * A person or a program that may do something with a dataset.
 *
 * @param name name of the user, or of the role with its path; empty for a whole account
 * @param account number of the account of a role on the other side; empty for a user of the
 *     platform
 */
public record Party(String name, Optional<String> account) {

  /** Returns a person on the platform. */
  public static Party user(String name) {
    return new Party(name, Optional.empty());
  }

  /**
   * Returns a role of another account.
   *
   * @param arn ARN of the role, or another text that a team's own schema allows
   */
  public static Party role(String arn) {
    String name = RoleArn.parse(arn).map(role -> role.path() + role.name()).orElse(arn);
    return new Party(name, Optional.of(RoleArn.accountOf(arn)));
  }

  /** Returns an account of the other side as a whole. */
  public static Party account(String number) {
    return new Party("", Optional.of(number));
  }
}
