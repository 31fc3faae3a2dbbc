package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.dataset.Platform;
import io.exportctl.dataset.PolicySize;
import io.exportctl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user has one policy over all datasets, and a role has little room: the dataset with which it
 * overflows is pointed at, or else that with which it comes near.
 */
final class UserPolicy implements Rule {

  private static final PolicyLimit LIMIT = new PolicyLimit(PolicySize.LARGEST_INLINE_POLICY);

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    return workspace.platform().stream()
        .flatMap(
            platform ->
                workspace
                    .values("users")
                    .collect(
                        Collectors.groupingBy(
                            Checked.Value::text, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .flatMap(named -> check(named, platform).stream()));
  }

  /**
   * @param named where one user is named, in the order of the datasets
   */
  private static Optional<Diagnostic> check(List<Checked.Value> named, Platform platform) {
    // With each dataset the policy grows: where the whole fits, so does every part of it.
    List<PolicySize.Grant> all = named.stream().flatMap(user -> grant(user).stream()).toList();
    if (!LIMIT.isNear(PolicySize.ofUser(all, platform))) {
      return Optional.empty();
    }
    List<PolicySize.Grant> grants = new ArrayList<>();
    Optional<Checked.Value> near = Optional.empty();
    int size = 0;
    for (Checked.Value user : named) {
      grant(user).ifPresent(grants::add);
      size = PolicySize.ofUser(grants, platform);
      if (LIMIT.isPassedBy(size)) {
        return Optional.of(diagnose(user, size, grants.size(), named));
      }
      if (near.isEmpty() && LIMIT.isNear(size)) {
        near = Optional.of(user);
      }
    }
    int total = size;
    return near.map(user -> diagnose(user, total, grants.size(), named));
  }

  private static Optional<PolicySize.Grant> grant(Checked.Value user) {
    return user.file().name().map(name -> new PolicySize.Grant(user.file().kind(), name.text()));
  }

  private static Diagnostic diagnose(
      Checked.Value user, int size, int datasets, List<Checked.Value> named) {
    return LIMIT
        .diagnose(user, "the policy of " + quote(user.text()), size)
        .withHelp(
            "remove the user from some of the "
                + datasets
                + " datasets so far, or name another user here")
        .relatedTo(named.stream().map(Checked.Value::location).toList());
  }
}
