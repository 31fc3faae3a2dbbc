package io.exportctl.schema;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.workspace.SchemaFile;
import io.exportctl.yaml.YamlDocument;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The schemas of {@code platform.yaml} and of each kind of dataset. */
public final class Schemas {

  private final DocumentSchema platform;
  private final Map<DatasetKind, DocumentSchema> kinds = new EnumMap<>(DatasetKind.class);

  /** Keys that only other kinds have; computed on demand. */
  private final Map<DatasetKind, Map<String, String>> elsewhere = new ConcurrentHashMap<>();

  /** Suppliers of {@link #elsewhere}, one for each kind rather than for each file. */
  private final Map<DatasetKind, Supplier<Map<String, String>>> suppliers =
      new EnumMap<>(DatasetKind.class);

  /**
   * Loads all schemas.
   *
   * @param resources returns the bytes of a path such as {@code schema/push.schema.json}
   */
  public Schemas(Function<String, byte[]> resources) {
    platform = load("platform", resources);
    for (DatasetKind kind : DatasetKind.values()) {
      kinds.put(kind, load(kind.id(), resources));
      suppliers.put(kind, () -> elsewhere.computeIfAbsent(kind, this::keysOfOthers));
    }
  }

  /** Returns the keys of {@code platform.yaml}, required ones first. */
  public List<Property> platformProperties() {
    return platform.text().keys().properties();
  }

  /** Returns the keys of a kind of dataset, required ones first. */
  public List<Property> properties(DatasetKind kind) {
    return of(kind).text().keys().properties();
  }

  /** Returns the findings in {@code platform.yaml}. */
  public List<Diagnostic> checkPlatform(YamlDocument document) {
    return platform.check(document, Map::of);
  }

  /** Returns the findings in a dataset's file; a key of another kind is reported as such. */
  public List<Diagnostic> check(DatasetKind kind, YamlDocument document) {
    return of(kind).check(document, suppliers.get(kind));
  }

  /** Returns the keys that only other kinds have, with a description of their owners. */
  private Map<String, String> keysOfOthers(DatasetKind kind) {
    Map<String, String> keys = new HashMap<>();
    for (DatasetKind other : kinds.keySet()) {
      String owner = "a " + other + " dataset, in datasets/" + other.id() + "/";
      for (Property property : properties(other)) {
        keys.put(property.key(), owner);
      }
    }
    for (Property property : properties(kind)) {
      keys.remove(property.key());
    }
    return Map.copyOf(keys);
  }

  private DocumentSchema of(DatasetKind kind) {
    return kinds.get(kind);
  }

  private static DocumentSchema load(String name, Function<String, byte[]> resources) {
    return DocumentSchema.read(SchemaFile.path(name), resources);
  }
}
