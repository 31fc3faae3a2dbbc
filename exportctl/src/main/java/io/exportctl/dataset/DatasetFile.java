package io.exportctl.dataset;

import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file that describes a dataset, valid or not.
 *
 * @param fileName the name without {@code .yaml}; empty for what was read from standard input
 * @param source the path inside the workspace, with forward slashes, as rendered files cite it
 */
public record DatasetFile(
    DatasetKind kind, Optional<String> fileName, String source, YamlDocument document) {

  /** Whether a dataset, and so its file, may be called so. */
  public static boolean isName(String text) {
    return text.matches("[a-z][a-z0-9_]*");
  }

  /** What it describes by the place where it lies; empty for what was read from standard input. */
  public Optional<DatasetId> id() {
    return fileName.map(name -> new DatasetId(kind, name));
  }

  /** What the file itself says that the dataset is called. */
  public Optional<YamlNode.Scalar> name() {
    return document.text("name");
  }

  /** Whom the file itself lists as users. */
  public Stream<String> users() {
    return document.texts("users").stream().map(YamlNode.Scalar::text);
  }

  /** The same file with other contents. */
  public DatasetFile with(YamlDocument contents) {
    return new DatasetFile(kind, fileName, source, contents);
  }
}
