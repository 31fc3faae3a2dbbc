package io.exportctl.rule;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlNode;
import io.exportctl.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;

/** The keys of a mapping in a dataset file, with the values that the schema accepts. */
public final class NestedKeys {

  private final FileValues file;
  private final Mapping mapping;

  NestedKeys(FileValues file, Mapping mapping) {
    this.file = file;
    this.mapping = mapping;
  }

  /** Returns true if the key is there, whatever its value. */
  public boolean has(String key) {
    return mapping.entry(key).isPresent();
  }

  /**
   * Returns a finding at a key.
   *
   * @throws java.util.NoSuchElementException if the key is missing
   */
  public Diagnostic diagnose(String key, RuleId rule, String message) {
    YamlDocument document = file.file().document();
    return Diagnostic.of(document.location(mapping.entry(key).orElseThrow().key()), rule, message);
  }

  /** Returns the text of a key; empty if it is missing, refused or not a text. */
  public Optional<Value> text(String key) {
    return mapping
        .get(key)
        .filter(YamlNode.Scalar.class::isInstance)
        .flatMap(scalar -> file.accepted((YamlNode.Scalar) scalar));
  }

  /** Returns the mapping below a key; empty if there is none. */
  public Optional<NestedKeys> section(String key) {
    return mapping
        .get(key)
        .filter(Mapping.class::isInstance)
        .map(below -> new NestedKeys(file, (Mapping) below));
  }

  /** Returns the mappings in the list below a key, in the order of the file. */
  public List<NestedKeys> sections(String key) {
    return mapping.get(key).orElse(null) instanceof YamlNode.Sequence list
        ? list.items().stream()
            .filter(Mapping.class::isInstance)
            .map(item -> new NestedKeys(file, (Mapping) item))
            .toList()
        : List.of();
  }
}
