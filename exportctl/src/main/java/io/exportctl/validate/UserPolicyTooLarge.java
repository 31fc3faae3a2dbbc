package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.dataset.Platform;
import io.exportctl.dataset.PolicySize;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A user has one policy over all datasets, and a role has little room: the dataset with which it
 * overflows is pointed at.
 */
final class UserPolicyTooLarge implements Rule {

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    return workspace.platform().stream().flatMap(platform -> check(workspace, platform));
  }

  private static Stream<Diagnostic> check(Checked workspace, Platform platform) {
    Map<String, List<PolicySize.Grant>> grants = new HashMap<>();
    Map<String, Diagnostic> overflows = new LinkedHashMap<>();
    workspace
        .values("users")
        .filter(user -> !overflows.containsKey(user.text()))
        .forEachOrdered(
            user -> {
              List<PolicySize.Grant> all =
                  grants.computeIfAbsent(user.text(), first -> new ArrayList<>());
              user.file()
                  .name()
                  .ifPresent(
                      name -> all.add(new PolicySize.Grant(user.file().kind(), name.text())));
              int size = PolicySize.ofUser(all, platform);
              if (size > PolicySize.LARGEST_INLINE_POLICY) {
                overflows.put(user.text(), diagnose(user, size, all.size()));
              }
            });
    return overflows.values().stream();
  }

  private static Diagnostic diagnose(Checked.Value user, int size, int datasets) {
    return user.diagnose(
            RuleId.POLICY_TOO_LARGE,
            "the policy of "
                + quote(user.text())
                + " would have "
                + size
                + " characters, expected at most "
                + PolicySize.LARGEST_INLINE_POLICY)
        .withHelp(
            "remove the user from some of the "
                + datasets
                + " datasets so far, or name another user here");
  }
}
