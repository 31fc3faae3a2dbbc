package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.dataset.AwsName;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.validate.FileValues.Value;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is named after a dataset fits the limits of AWS, which would refuse it only when applied.
 */
final class DerivedName implements PlatformRule {

  @Override
  public void check(
      FileValues file, Platform platform, Setting setting, Consumer<Diagnostic> found) {
    for (Value name : file.names()) {
      List<AwsName> derived = name.file().kind().awsNames(name.text(), platform);
      AwsName longest =
          Collections.max(derived, (one, other) -> Integer.compare(one.excess(), other.excess()));
      if (longest.isTooLong()) {
        found.accept(diagnose(name, longest, setting));
      }
    }
  }

  private static Diagnostic diagnose(Value name, AwsName derived, Setting setting) {
    return name.diagnose(
            RuleId.DERIVED_NAME,
            "its "
                + derived.what()
                + "'s name would have "
                + derived.value().length()
                + " characters, expected at most "
                + derived.longest())
        .withHelp(
            "shorten the name by "
                + derived.excess()
                + "; the "
                + derived.what()
                + " is called "
                + quote(derived.value()))
        .relatedTo(setting.inPlatform("pull_bucket_prefix"));
  }
}
