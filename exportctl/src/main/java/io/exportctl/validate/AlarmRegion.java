package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import java.util.stream.Stream;

/**
 * An alarm can only speak to a topic of <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html">its
 * own Region</a>: otherwise nobody hears of a file that was not delivered.
 */
final class AlarmRegion implements WorkspaceRule {

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    YamlDocument document = workspace.setting().platformFile();
    return workspace.platform().stream()
        .flatMap(
            platform ->
                document
                    .text("alarm_topic_arn")
                    .filter(topic -> !topic.text().contains(":sns:" + platform.region() + ":"))
                    .map(
                        topic ->
                            Diagnostic.of(
                                    document.location(topic),
                                    RuleId.ALARM_REGION,
                                    "the topic is in another Region, expected " + platform.region())
                                .withHelp("name a topic in the Region of the platform")
                                .relatedTo(workspace.setting().inPlatform("region")))
                    .stream());
  }
}
