package io.exportctl.kind;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.kind.UserPolicySize.Share;
import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.PolicyLimit;
import io.exportctl.rule.WorkspaceRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reports a user's policy that exceeds the limit of a role, or comes near it, at the dataset that
 * causes this. The policy covers all datasets of the user.
 */
public final class UserPolicy implements WorkspaceRule {

  private static final PolicyLimit LIMIT = PolicyLimit.INLINE_POLICIES;

  @Override
  public List<RuleId> ids() {
    return PolicyLimit.RULES;
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    if (workspace.platform().isPresent()) {
      check(workspace, workspace.platform().get(), found);
    }
  }

  /** Looks closer only at users near the limit: policies only grow with each dataset. */
  private static void check(
      CheckedWorkspace workspace, Platform platform, Consumer<Diagnostic> found) {
    Map<String, UserPolicySize> sizes = new HashMap<>();
    Function<String, UserPolicySize> first = user -> new UserPolicySize(platform);
    for (FileValues file : workspace.files()) {
      Optional<Share> share = file.id().flatMap(dataset -> Share.of(dataset, platform));
      if (share.isPresent()) {
        for (Value user : file.users()) {
          sizes.computeIfAbsent(user.text(), first).add(share.get());
        }
      }
    }
    sizes.values().removeIf(size -> !LIMIT.isNear(size.characters()));
    if (!sizes.isEmpty()) {
      workspace.files().stream()
          .flatMap(file -> file.users().stream())
          .filter(user -> sizes.containsKey(user.text()))
          .collect(Collectors.groupingBy(Value::text))
          .values()
          .forEach(named -> found.accept(check(named, platform)));
    }
  }

  /**
   * Reports the dataset at which a user's policy comes near the limit, or exceeds it.
   *
   * @param named places that name the user, in the order of the datasets
   */
  private static Diagnostic check(List<Value> named, Platform platform) {
    UserPolicySize size = new UserPolicySize(platform);
    Optional<Value> near = Optional.empty();
    for (Value user : named) {
      user.file()
          .name()
          .flatMap(name -> Share.of(new DatasetId(user.file().kind(), name.text()), platform))
          .ifPresent(size::add);
      if (LIMIT.isExceededBy(size.characters())) {
        return diagnose(user, size, named);
      }
      if (near.isEmpty() && LIMIT.isNear(size.characters())) {
        near = Optional.of(user);
      }
    }
    return diagnose(near.orElseThrow(), size, named);
  }

  private static Diagnostic diagnose(Value user, UserPolicySize size, List<Value> named) {
    return LIMIT
        .diagnose(user, "the policy of " + quote(user.text()), size.characters())
        .withHelp(
            "remove the user from some of the "
                + size.datasets()
                + " datasets so far, or name another user here")
        .relatedTo(named.stream().map(Value::location).toList());
  }
}
