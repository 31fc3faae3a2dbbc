package io.exportctl.kind.collection;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Location;
import io.exportctl.rule.CheckedWorkspace;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode.Entry;
import io.exportctl.yaml.YamlNode.Mapping;
import java.util.Optional;

/**
 * Places in the section of a platform.yaml without errors.
 *
 * @param entry the key of the section, with the section
 */
record SectionNodes(YamlDocument file, Entry entry) {

  /** Finds the section; empty if there is none, or if platform.yaml has errors. */
  static Optional<SectionNodes> in(CheckedWorkspace workspace) {
    YamlDocument file = workspace.context().platformFile();
    return workspace
        .platform()
        .flatMap(platform -> file.mapping())
        .flatMap(keys -> keys.entry(DatasetKind.COLLECTION.id()))
        .map(entry -> new SectionNodes(file, entry));
  }

  boolean has(String key) {
    return section().entry(key).isPresent();
  }

  /** Returns the place of the section's own key. */
  Location location() {
    return file.location(entry.key());
  }

  /** Returns the place of a key that the section has. */
  Location key(String key) {
    return file.location(section().entry(key).orElseThrow().key());
  }

  /** Returns the place of the value of a key that the section has. */
  Location value(String key) {
    return file.location(section().get(key).orElseThrow());
  }

  private Mapping section() {
    return (Mapping) entry.value();
  }
}
