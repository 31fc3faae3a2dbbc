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
import java.util.function.Consumer;

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
  public void check(Checked workspace, Consumer<Diagnostic> found) {
    if (workspace.platform().isEmpty()) {
      return;
    }
    Map<String, Value> names = names(workspace, workspace.platform().get());
    for (CheckedFile file : workspace.files()) {
      for (Value bucket : file.values().buckets()) {
        ours(bucket.text(), names, workspace.setting())
            .ifPresent(ours -> found.accept(diagnose(bucket, ours)));
      }
    }
  }

  /** The names of the datasets that have a bucket, by its name. */
  private static Map<String, Value> names(Checked workspace, Platform platform) {
    Map<String, Value> names = new HashMap<>();
    for (CheckedFile file : workspace.files()) {
      for (Value name : file.values().names()) {
        Optional<String> bucket = name.file().kind().bucket(name.text(), platform);
        if (bucket.isPresent()) {
          names.put(bucket.get(), name);
        }
      }
    }
    return names;
  }

  private static Optional<Ours> ours(String bucket, Map<String, Value> names, Setting setting) {
    Platform platform = setting.platform().orElseThrow();
    if (bucket.equals(platform.lambdaBucket())) {
      return Optional.of(
          new Ours("the bucket of the function's code", setting.inPlatform("export_bucket")));
    }
    if (bucket.equals(platform.exportBucket())) {
      return Optional.of(new Ours("the export bucket", setting.inPlatform("export_bucket")));
    }
    Value name = names.get(bucket);
    return name == null
        ? Optional.empty()
        : Optional.of(new Ours("the bucket of " + name.file().source(), List.of(name.location())));
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
