package io.exportctl.kind;

import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.rule.FileValues;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value that names an account, or something in one: the topic of the alarms, or a value of {@link
 * Kind#partnerKeys}.
 */
record PartnerValue(Scalar scalar, YamlDocument document) {

  static List<PartnerValue> in(CheckedWorkspace workspace) {
    List<PartnerValue> values = new ArrayList<>();
    YamlDocument platformFile = workspace.context().platformFile();
    Optional<Scalar> topic = platformFile.text("alarm_topic_arn");
    if (topic.isPresent()) {
      values.add(new PartnerValue(topic.get(), platformFile));
    }
    for (FileValues file : workspace.files()) {
      for (String key : Kinds.of(file.file().kind()).partnerKeys()) {
        for (FileValues.Value value : file.values(key)) {
          values.add(new PartnerValue(value.scalar(), file.file().document()));
        }
      }
    }
    return values;
  }
}
