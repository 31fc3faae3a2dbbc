package io.exportctl.validate;

import static io.exportctl.diagnostic.Quotation.quote;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.validate.FileValues.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A dataset does not send to a bucket of the platform: to the export bucket, a file would be copied
 * onto itself and then removed.
 */
final class TargetIsOurs implements WorkspaceRule {

  /**
   * A bucket of the platform.
   *
   * @param what it is, for a person
   * @param from where its name comes from
   */
  private record Ours(String what, List<Location> from) {}

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    return workspace.platform().stream().flatMap(platform -> check(workspace, platform));
  }

  private static Stream<Diagnostic> check(Checked workspace, Platform platform) {
    Map<String, Supplier<Ours>> ours = ours(workspace, platform);
    return workspace.all(FileValues::buckets).stream()
        .filter(bucket -> ours.containsKey(bucket.text()))
        .map(bucket -> diagnose(bucket, ours.get(bucket.text()).get()));
  }

  /** The platform's buckets, by name; most are never asked for more. */
  private static Map<String, Supplier<Ours>> ours(Checked workspace, Platform platform) {
    Map<String, Supplier<Ours>> ours = new HashMap<>();
    for (Value name : workspace.all(FileValues::names)) {
      Optional<String> bucket = name.file().kind().bucket(name.text(), platform);
      bucket.ifPresent(called -> ours.put(called, () -> of(name)));
    }
    List<Location> platformFile = workspace.setting().inPlatform("export_bucket");
    ours.put(platform.exportBucket(), () -> new Ours("the export bucket", platformFile));
    ours.put(
        platform.lambdaBucket(), () -> new Ours("the bucket of the function's code", platformFile));
    return ours;
  }

  private static Ours of(Value name) {
    return new Ours("the bucket of " + name.file().source(), List.of(name.location()));
  }

  private static Diagnostic diagnose(Value bucket, Ours ours) {
    return bucket
        .diagnose(
            RuleId.TARGET_IS_OURS,
            quote(bucket.text()) + " is " + ours.what() + ", expected a bucket of the receiver")
        .withHelp("ask the receiver for the name of their bucket")
        .relatedTo(ours.from());
  }
}
