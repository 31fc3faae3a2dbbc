package io.exportctl.kind.collection;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.PlatformRule;
import io.exportctl.rule.RuleContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports a source that is a bucket of the platform: users write to the export bucket, and the job
 * itself to the warehouse.
 */
final class SourceIsOurs implements PlatformRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.SOURCE_IS_OURS);
  }

  @Override
  public void check(
      FileValues file, Platform platform, RuleContext context, Consumer<Diagnostic> found) {
    for (Value bucket : file.values("source_bucket")) {
      ours(bucket.text(), platform)
          .map(description -> diagnose(bucket, description))
          .ifPresent(found);
    }
  }

  private static Optional<String> ours(String bucket, Platform platform) {
    if (bucket.equals(platform.exportBucket())) {
      return Optional.of("the export bucket");
    }
    if (bucket.equals(platform.lambdaBucket())) {
      return Optional.of("the code bucket");
    }
    return CollectionPlatform.find(platform)
        .filter(section -> bucket.equals(section.warehouseBucket()))
        .map(section -> "the warehouse bucket");
  }

  private static Diagnostic diagnose(Value bucket, String description) {
    return bucket
        .diagnose(
            RuleId.SOURCE_IS_OURS,
            quote(bucket.text()) + " is " + description + ", expected that of the encrypted files")
        .withHelp("ask whoever writes the encrypted files for the name of their bucket");
  }
}
