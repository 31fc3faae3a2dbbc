package io.exportctl.kind.landing;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.RuleContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reports a name and a namespace that end in different environments, such as {@code case_notes_dev}
 * of {@code hmpps-case-notes-preprod}: analysts would take test data for real, or the reverse.
 */
final class EnvironmentMismatch implements FileRule {

  private static final Pattern ENVIRONMENT =
      Pattern.compile(
          "(?:.*[_-])?(dev|development|test|preprod|staging|stage|uat|prod|production)");

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.ENVIRONMENT_MISMATCH);
  }

  @Override
  public void check(FileValues file, RuleContext context, Consumer<Diagnostic> found) {
    for (Value name : file.names()) {
      for (Value namespace : file.values("namespace")) {
        Optional<String> ours = environment(name);
        Optional<String> theirs = environment(namespace);
        if (ours.isPresent() && theirs.isPresent() && !areSame(ours.get(), theirs.get())) {
          found.accept(diagnose(namespace, name, ours.get()));
        }
      }
    }
  }

  private static Diagnostic diagnose(Value namespace, Value name, String environment) {
    return namespace
        .diagnose(
            RuleId.ENVIRONMENT_MISMATCH,
            quote(namespace.text())
                + " is of another environment than "
                + quote(name.text())
                + ", expected "
                + environment)
        .withHelp("name the namespace whose data belongs in this dataset, or rename the dataset")
        .relatedTo(List.of(name.location()));
  }

  private static Optional<String> environment(Value value) {
    Matcher environment = ENVIRONMENT.matcher(value.text());
    return environment.matches() ? Optional.of(environment.group(1)) : Optional.empty();
  }

  /** Compares environments; one may be short for the other, as prod is for production. */
  private static boolean areSame(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }
}
