package io.exportctl.kind;

import static io.exportctl.text.Quotation.cut;

import io.exportctl.dataset.Arn;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.WorkspaceRule;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports a role, key or topic of another partition of AWS than the platform's. AWS refuses a
 * policy that names one, and an alarm cannot notify it.
 */
public final class OtherPartition implements WorkspaceRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.OTHER_PARTITION);
  }

  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    if (workspace.platform().isEmpty()) {
      return;
    }
    YamlDocument platformFile = workspace.context().platformFile();
    Optional<Scalar> topic = platformFile.text("alarm_topic_arn");
    if (topic.isPresent()) {
      check(topic.get(), platformFile, "the topic", workspace, found);
    }
    for (FileValues file : workspace.files()) {
      for (String key : Kinds.of(file.file().kind()).partnerKeys()) {
        for (FileValues.Value value : file.values(key)) {
          check(value.scalar(), file.file().document(), "this ARN", workspace, found);
        }
      }
    }
  }

  private static void check(
      Scalar value,
      YamlDocument document,
      String noun,
      CheckedWorkspace workspace,
      Consumer<Diagnostic> found) {
    Platform platform = workspace.platform().orElseThrow();
    Optional<String> other = Arn.parse(value.text()).flatMap(platform::otherPartition);
    if (other.isPresent()) {
      found.accept(
          Diagnostic.of(
                  document.location(value),
                  RuleId.OTHER_PARTITION,
                  noun
                      + " is in the partition "
                      + cut(other.get())
                      + " of AWS, expected "
                      + platform.partition())
              .withHelp(
                  "name one in the partition of "
                      + platform.region()
                      + "; no permission reaches from one partition into another")
              .relatedTo(workspace.context().inPlatform("region")));
    }
  }
}
