package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.dataset.AwsName;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What is named after a dataset fits the limits of AWS, which would refuse it only when applied.
 */
final class DerivedName implements Rule {

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    return workspace.platform().stream()
        .flatMap(platform -> workspace.names().flatMap(name -> check(workspace, name, platform)));
  }

  private static Stream<Diagnostic> check(
      Checked workspace, Checked.Value name, Platform platform) {
    return name.file().kind().awsNames(name.text(), platform).stream()
        .filter(AwsName::isTooLong)
        .max(Comparator.comparingInt(AwsName::excess))
        .stream()
        .map(
            derived ->
                name.diagnose(
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
                    .relatedTo(workspace.inPlatform("pull_bucket_prefix")));
  }
}
