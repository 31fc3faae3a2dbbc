package io.exportctl.kind.collection;

import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlNode.Mapping;
import io.exportctl.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/** The entries of {@code columns} in a file, valid or not. */
record ColumnEntries(YamlDocument document) {

  List<Mapping> all() {
    YamlNode columns = document.mapping().flatMap(keys -> keys.get("columns")).orElse(null);
    return columns instanceof YamlNode.Sequence list
        ? list.items().stream().filter(Mapping.class::isInstance).map(Mapping.class::cast).toList()
        : List.of();
  }

  /** Returns a text of an entry; empty if it is missing or another value. */
  static Optional<Scalar> text(Mapping entry, String key) {
    return entry
        .get(key)
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .filter(scalar -> scalar.type() == YamlNode.Type.TEXT);
  }
}
