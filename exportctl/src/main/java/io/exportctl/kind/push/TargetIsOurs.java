package io.exportctl.kind.push;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.kind.Kinds;
import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.RuleContext;
import io.exportctl.rule.WorkspaceRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports a target that is a bucket of the platform. In the export bucket, a file would be copied
 * onto itself and then deleted.
 */
final class TargetIsOurs implements WorkspaceRule {

  /**
   * A bucket of the platform.
   *
   * @param description noun for a person
   * @param origin places that determine its name
   */
  private record PlatformBucket(String description, List<Location> origin) {}

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.TARGET_IS_OURS);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    if (workspace.platform().isEmpty()) {
      return;
    }
    Map<String, Value> names = names(workspace, workspace.platform().get());
    for (FileValues file : workspace.files()) {
      if (file.file().kind() != DatasetKind.PUSH) {
        continue;
      }
      for (Value bucket : file.values("bucket")) {
        platformBucket(bucket.text(), names, workspace.context())
            .ifPresent(own -> found.accept(diagnose(bucket, own)));
      }
    }
  }

  /** Returns the names of datasets with a bucket of their own, by the bucket's name. */
  private static Map<String, Value> names(CheckedWorkspace workspace, Platform platform) {
    Map<String, Value> names = new HashMap<>();
    for (FileValues file : workspace.files()) {
      for (Value name : file.names()) {
        Kinds.of(name.file().kind())
            .bucket()
            .ifPresent(own -> names.put(own.name(name.text(), platform), name));
      }
    }
    return names;
  }

  private static Optional<PlatformBucket> platformBucket(
      String bucket, Map<String, Value> names, RuleContext context) {
    Platform platform = context.platform().orElseThrow();
    if (bucket.equals(platform.lambdaBucket())) {
      return Optional.of(
          new PlatformBucket(
              "the bucket of the function's code", context.inPlatform("export_bucket")));
    }
    if (bucket.equals(platform.exportBucket())) {
      return Optional.of(
          new PlatformBucket("the export bucket", context.inPlatform("export_bucket")));
    }
    Value name = names.get(bucket);
    return name == null
        ? Optional.empty()
        : Optional.of(
            new PlatformBucket("the bucket of " + name.file().source(), List.of(name.location())));
  }

  private static Diagnostic diagnose(Value bucket, PlatformBucket own) {
    return bucket
        .diagnose(
            RuleId.TARGET_IS_OURS,
            quote(bucket.text())
                + " is "
                + own.description()
                + ", expected a bucket of the receiver")
        .withHelp("ask the receiver for the name of their bucket")
        .relatedTo(own.origin());
  }
}
