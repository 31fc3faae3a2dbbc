package io.exportctl.dataset;

import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.Optional;

/**
 * A file that describes a dataset, valid or not.
 *
 * @param fileName the name without {@code .yaml}; empty for standard input
 * @param source the path in the workspace, with forward slashes, as rendered files cite it
 */
public record DatasetFile(
    DatasetKind kind, Optional<String> fileName, String source, YamlDocument document) {

  /** Returns true if a text is a valid name for a dataset and its file, on Windows too. */
  public static boolean isName(String text) {
    return text.matches("[a-z][a-z0-9_]*") && !text.matches("aux|con|nul|prn|(com|lpt)[0-9]");
  }

  /** Returns the dataset's id according to the file's path; empty for standard input. */
  public Optional<DatasetId> id() {
    return fileName.map(name -> new DatasetId(kind, name));
  }

  /** Returns the dataset's name according to the file's content. */
  public Optional<YamlNode.Scalar> name() {
    return document.text("name");
  }

  /** Returns the same file with other contents. */
  public DatasetFile with(YamlDocument contents) {
    return new DatasetFile(kind, fileName, source, contents);
  }
}
