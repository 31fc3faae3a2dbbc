package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A dataset does not send to a bucket of the platform: to the export bucket, a file would be copied
 * onto itself and then removed.
 */
final class TargetIsOurs implements Rule {

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    return workspace.platform().stream()
        .flatMap(
            platform -> {
              Map<String, String> ours = ours(workspace, platform);
              return workspace
                  .values("bucket")
                  .filter(bucket -> ours.containsKey(bucket.text()))
                  .map(
                      bucket ->
                          bucket
                              .diagnose(
                                  RuleId.TARGET_IS_OURS,
                                  quote(bucket.text())
                                      + " is "
                                      + ours.get(bucket.text())
                                      + ", expected a bucket of the receiver")
                              .withHelp("ask the receiver for the name of their bucket"));
            });
  }

  /** The platform's buckets, and what each is. */
  private static Map<String, String> ours(Checked workspace, Platform platform) {
    Map<String, String> ours = new HashMap<>();
    workspace
        .names()
        .forEach(
            name ->
                name.file()
                    .kind()
                    .bucket(name.text(), platform)
                    .ifPresent(
                        bucket -> ours.put(bucket, "the bucket of " + name.file().source())));
    ours.put(platform.exportBucket(), "the export bucket");
    ours.put(platform.lambdaBucket(), "the bucket of the function's code");
    return ours;
  }
}
