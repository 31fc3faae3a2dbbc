package io.exportctl.kind;

import io.exportctl.dataset.RoleArn;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.RuleContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs all rules about roles on each role of a file, whose ARN is parsed once.
 *
 * @param key key of the list of roles
 */
public record EachRole(String key, List<RoleRule> rules) implements FileRule {

  public EachRole {
    rules = List.copyOf(rules);
  }

  @Override
  public List<RuleId> ids() {
    return rules.stream().map(RoleRule::id).toList();
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    for (Value value : file.values(key)) {
      Optional<RoleArn> arn = RoleArn.parse(value.text());
      if (arn.isPresent()) {
        RoleRule.Role role = new RoleRule.Role(value, arn.get());
        rules.forEach(rule -> rule.check(role, context).ifPresent(found));
      }
    }
  }
}
