package io.exportctl.rule;

import io.exportctl.dataset.Arn;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports an alarm topic outside the platform's Region. An alarm can only notify a topic in <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html">its
 * own Region</a>, so nobody would be told about files that were not delivered.
 */
public final class AlarmRegion implements WorkspaceRule {

  @Override
  public List<RuleId> ids() {
    return List.of(RuleId.ALARM_REGION);
  }

  /** Skips a topic of another partition of AWS, which another rule reports. */
  @Override
  public void check(CheckedWorkspace workspace, Consumer<Diagnostic> found) {
    YamlDocument document = workspace.context().platformFile();
    Optional<YamlNode.Scalar> topic = document.text("alarm_topic_arn");
    if (workspace.platform().isEmpty() || topic.isEmpty()) {
      return;
    }
    Platform platform = workspace.platform().get();
    Optional<Arn> arn = Arn.parse(topic.get().text());
    if (arn.isPresent()
        && !arn.get().region().equals(platform.region())
        && platform.otherPartition(arn.get()).isEmpty()) {
      found.accept(
          Diagnostic.of(
                  document.location(topic.get()),
                  RuleId.ALARM_REGION,
                  "the topic is in another Region, expected " + platform.region())
              .withHelp("name a topic in the Region of the platform")
              .relatedTo(workspace.context().inPlatform("region")));
    }
  }
}
