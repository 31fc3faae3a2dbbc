package io.exportctl.schema;

import io.exportctl.yaml.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The schema of other files of a workspace.
 *
 * @param owner description of such a file, such as "a push dataset"
 * @param path path of such files; a folder ends in a slash
 */
public record OtherSchema(String owner, String path, KnownKeys keys) {

  /** Returns the schema that describes a key. */
  static Optional<OtherSchema> having(String key, List<OtherSchema> others) {
    return others.stream().filter(other -> other.keys.names().contains(key)).findFirst();
  }

  /**
   * Returns the schema that a whole file was written for. Such a file has all keys that only the
   * other schema requires, and none that only its own schema requires.
   */
  static Optional<OtherSchema> ofWholeFile(
      YamlNode.Mapping file, KnownKeys own, List<OtherSchema> others) {
    Set<String> keys = new HashSet<>();
    file.entries().forEach(entry -> keys.add(entry.key().text()));
    return others.stream().filter(other -> other.describes(keys, own)).findFirst();
  }

  private boolean describes(Set<String> file, KnownKeys own) {
    Set<String> expected = keys.required();
    expected.removeAll(own.names());
    Set<String> ownOnly = own.required();
    ownOnly.removeAll(keys.names());
    return !expected.isEmpty()
        && file.containsAll(expected)
        && !ownOnly.isEmpty()
        && ownOnly.stream().noneMatch(file::contains);
  }

  boolean isOneFile() {
    return !path.endsWith("/");
  }
}
