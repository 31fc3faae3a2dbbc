package io.exportctl.rule;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reports a user who is listed twice, in upper and in lower case: <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM</a> does
 * not allow two role names that differ only in case, so one of the entries is a mistake.
 *
 * @param keys keys of the lists of users
 */
public record DuplicateUser(List<String> keys) implements FileRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.DUPLICATE_USER);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    for (String key : keys) {
      check(file.values(key), context, found);
    }
  }

  /** Skips names that {@link UserPrefix} reports. */
  private static void check(List<Value> users, RuleContext context, Consumer<Diagnostic> found) {
    Map<String, Value> firsts = new HashMap<>();
    for (Value user : users) {
      if (context.platform().isEmpty() || UserPrefix.fits(user, context.platform().get())) {
        Value first = firsts.putIfAbsent(user.text().toLowerCase(Locale.ROOT), user);
        if (first != null) {
          found.accept(diagnose(user, first));
        }
      }
    }
  }

  private static Diagnostic diagnose(Value again, Value first) {
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
