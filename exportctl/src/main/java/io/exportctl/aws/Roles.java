package io.exportctl.aws;

import java.util.HashSet;
import java.util.Set;
import software.amazon.awssdk.services.iam.IamClient;

/** Roles of the account. */
public final class Roles {

  private final IamClient iam;

  Roles(IamClient iam) {
    this.iam = iam;
  }

  /**
   * A role.
   *
   * @param path of its name, such as {@code /service-role/}
   */
  public record Role(String path, String name) {}

  /** Returns all roles. */
  public Answer<Set<Role>> all() {
    return Calls.ask(
        "iam:ListRoles",
        () -> {
          Set<Role> roles = new HashSet<>();
          iam.listRolesPaginator(request -> request.maxItems(1000))
              .roles()
              .forEach(role -> roles.add(new Role(role.path(), role.roleName())));
          return roles;
        });
  }
}
