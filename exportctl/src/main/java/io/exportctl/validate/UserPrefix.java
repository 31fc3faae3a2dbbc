package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.util.stream.Stream;

/** Access is granted to people only: the names of their roles begin as platform.yaml says. */
final class UserPrefix implements Rule {

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    return workspace.platform().stream()
        .flatMap(
            platform ->
                workspace
                    .values("users")
                    .filter(user -> !fits(user, platform))
                    .map(
                        user ->
                            diagnose(user, platform.userPrefix())
                                .relatedTo(workspace.inPlatform("user_prefix"))));
  }

  static boolean fits(Checked.Value user, Platform platform) {
    return user.text().startsWith(platform.userPrefix());
  }

  private static Diagnostic diagnose(Checked.Value user, String prefix) {
    return user.diagnose(
            RuleId.USER_PREFIX,
            quote(user.text())
                + " is not a user, expected a name that begins with "
                + quote(prefix))
        .withHelp("write the name of the user's role, such as \"" + prefix + "one\"");
  }
}
