package io.exportctl.kind.landing;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.rule.WorkspaceRule;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode.Mapping;
import io.exportctl.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports a bucket of the section that the platform uses for something else. */
final class LandingBuckets implements WorkspaceRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.BUCKET_CLASH);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    Optional<Platform> platform = workspace.platform();
    if (platform.isEmpty() || !platform.get().sections().containsKey(DatasetKind.LANDING)) {
      return;
    }
    LandingPlatform section = LandingPlatform.of(platform.get());
    List<String> taken = new ArrayList<>();
    taken.add(platform.get().exportBucket());
    taken.add(platform.get().lambdaBucket());
    check("bucket", section.bucket(), taken, workspace, found);
    taken.add(section.bucket());
    taken.add(section.codeBucket());
    check("curated_bucket", section.curatedBucket(), taken, workspace, found);
  }

  private static void check(
      String key,
      String bucket,
      List<String> taken,
      CheckedWorkspace workspace,
      Consumer<Diagnostic> found) {
    if (taken.contains(bucket)) {
      YamlDocument file = workspace.context().platformFile();
      found.accept(
          Diagnostic.of(
                  file.location(scalar(file, key)),
                  RuleId.BUCKET_CLASH,
                  quote(bucket) + " is another bucket of the platform, expected one of its own")
              .withHelp("choose another name; exportctl creates the bucket"));
    }
  }

  /** Returns the value of a key of the section, which its schema demands. */
  private static Scalar scalar(YamlDocument file, String key) {
    return file.mapping()
        .flatMap(keys -> keys.get(DatasetKind.LANDING.id()))
        .map(Mapping.class::cast)
        .flatMap(section -> section.get(key))
        .map(Scalar.class::cast)
        .orElseThrow();
  }
}
