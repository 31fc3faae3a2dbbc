package io.exportctl.dataset;

import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.Optional;

/**
 * A file that describes a dataset, valid or not.
 *
 * @param fileName the name without {@code .yaml}; empty for what was read from standard input
 * @param source the path inside the workspace, with forward slashes, as rendered files cite it
 */
public record DatasetFile(
    DatasetKind kind, Optional<String> fileName, String source, YamlDocument document) {

  /** What the file itself says that the dataset is called. */
  public Optional<YamlNode.Scalar> name() {
    return document.text("name");
  }

  public Dataset dataset() {
    return kind.read(document);
  }
}
