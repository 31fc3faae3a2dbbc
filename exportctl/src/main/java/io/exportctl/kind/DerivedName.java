package io.exportctl.kind;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.AwsName;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.PlatformRule;
import io.exportctl.rule.RuleContext;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reports derived names that are longer than AWS allows, which would refuse them only on {@code
 * terraform apply}.
 */
public final class DerivedName implements PlatformRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.DERIVED_NAME);
  }

  @Override
  public void check(
      FileValues file, Platform platform, RuleContext context, Consumer<Diagnostic> found) {
    for (Value name : file.names()) {
      List<AwsName> derived = Kinds.of(name.file().kind()).awsNames(name.text(), platform);
      AwsName longest =
          Collections.max(derived, (one, other) -> Integer.compare(one.excess(), other.excess()));
      if (longest.isTooLong()) {
        found.accept(diagnose(name, longest, context));
      }
    }
  }

  private static Diagnostic diagnose(Value name, AwsName derived, RuleContext context) {
    return name.diagnose(
            RuleId.DERIVED_NAME,
            "its "
                + derived.resource()
                + "'s name would have "
                + derived.value().length()
                + " characters, expected at most "
                + derived.longest())
        .withHelp(
            "shorten the name by "
                + derived.excess()
                + "; the "
                + derived.resource()
                + " is called "
                + quote(derived.value()))
        .relatedTo(context.inPlatform("pull_bucket_prefix"));
  }
}
