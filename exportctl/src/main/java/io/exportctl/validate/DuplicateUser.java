package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * No user is listed twice in upper and lower case: <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM</a> has no
 * two roles whose names differ only by that, so that one of them is a slip.
 */
final class DuplicateUser implements Rule {

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    return workspace.inventory().datasets().stream().flatMap(file -> check(workspace, file));
  }

  /** What is no user at all is said by {@link UserPrefix}. */
  private static Stream<Diagnostic> check(Checked workspace, DatasetFile file) {
    Map<String, Checked.Value> firsts = new HashMap<>();
    List<Diagnostic> found = new ArrayList<>();
    workspace
        .values(file, "users")
        .filter(user -> workspace.platform().stream().allMatch(it -> UserPrefix.fits(user, it)))
        .forEachOrdered(
            user -> {
              Checked.Value first = firsts.putIfAbsent(user.text().toLowerCase(Locale.ROOT), user);
              if (first != null) {
                found.add(diagnose(user, first));
              }
            });
    return found.stream();
  }

  private static Diagnostic diagnose(Checked.Value again, Checked.Value first) {
    return again
        .diagnose(
            RuleId.DUPLICATE_USER,
            quote(again.text())
                + " is listed in line "
                + first.scalar().span().line()
                + " too, but for upper and lower case")
        .withHelp("keep the one that is written like the role in AWS");
  }
}
