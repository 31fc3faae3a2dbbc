package io.exportctl.kind;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.kind.UserPolicySize.Share;
import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.PolicyLimit;
import io.exportctl.rule.WorkspaceRule;
import java.util.ArrayList;
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
    List<NamedUser> all = new ArrayList<>();
    for (FileValues file : workspace.files()) {
      all.addAll(Kinds.of(file.file().kind()).namedUsers(file));
    }
    for (NamedUser named : all) {
      Optional<Share> share = share(named, platform);
      if (share.isPresent()) {
        sizes.computeIfAbsent(named.user().text(), first).add(share.get());
      }
    }
    sizes.values().removeIf(size -> !LIMIT.isNear(size.characters()));
    if (!sizes.isEmpty()) {
      all.stream()
          .filter(named -> sizes.containsKey(named.user().text()))
          .collect(Collectors.groupingBy(named -> named.user().text()))
          .values()
          .forEach(places -> found.accept(check(places, platform)));
    }
  }

  private static Optional<Share> share(NamedUser named, Platform platform) {
    return Share.of(named.user().file().kind(), named.name(), platform);
  }

  /**
   * Reports the dataset at which a user's policy comes near the limit, or exceeds it.
   *
   * @param places places that name the user, in the order of the datasets
   */
  private static Diagnostic check(List<NamedUser> places, Platform platform) {
    UserPolicySize size = new UserPolicySize(platform);
    List<Value> users = places.stream().map(NamedUser::user).toList();
    Optional<Value> near = Optional.empty();
    for (NamedUser named : places) {
      share(named, platform).ifPresent(size::add);
      if (LIMIT.isExceededBy(size.characters())) {
        return diagnose(named.user(), size, users);
      }
      if (near.isEmpty() && LIMIT.isNear(size.characters())) {
        near = Optional.of(named.user());
      }
    }
    return diagnose(near.orElseThrow(), size, users);
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
