package io.exportctl.migrate;

import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import java.util.List;

/** Turns keys that the older system never read into comments. */
record UnusedKeys(List<String> unused) implements Step {

  @Override
  public List<Outcome> in(YamlDocument document, YamlNode.Mapping keys) {
    return unused.stream()
        .flatMap(key -> keys.entry(key).stream())
        .flatMap(entry -> CommentedOut.of(entry, "did nothing here").stream())
        .toList();
  }
}
