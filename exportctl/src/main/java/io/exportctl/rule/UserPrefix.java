package io.exportctl.rule;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues.Value;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reports users whose role lacks the prefix in platform.yaml: only people get access.
 *
 * @param keys keys of the lists of users
 */
public record UserPrefix(List<String> keys) implements PlatformRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.USER_PREFIX);
  }

  @Override
  public void check(
      FileValues file, Platform platform, RuleContext context, Consumer<Diagnostic> found) {
    for (String key : keys) {
      for (Value user : file.values(key)) {
        if (!fits(user, platform)) {
          found.accept(
              diagnose(user, platform.userPrefix()).relatedTo(context.inPlatform("user_prefix")));
        }
      }
    }
  }

  static boolean fits(Value user, Platform platform) {
    String prefix = platform.userPrefix();
    return user.text().startsWith(prefix) && user.text().length() > prefix.length();
  }

  private static Diagnostic diagnose(Value user, String prefix) {
    String fault =
        user.text().equals(prefix)
            ? " is only the prefix, expected the name of a user's role"
            : " is not a user, expected a name that begins with " + quote(prefix);
    Diagnostic found = user.diagnose(RuleId.USER_PREFIX, quote(user.text()) + fault);
    return new UserAdvice(user.file().document(), prefix).advise(found, user.scalar());
  }
}
