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

  /** The keys that only other kinds have, made when they are asked for. */
  private final Map<DatasetKind, Map<String, String>> elsewhere = new ConcurrentHashMap<>();

  /** Who asks for them. One for each kind, not one for each file. */
  private final Map<DatasetKind, Supplier<Map<String, String>>> askers =
      new EnumMap<>(DatasetKind.class);

  /**
   * Loads all schemas.
   *
   * @param resources gives the bytes of a path such as {@code schema/push.schema.json}
   */
  public Schemas(Function<String, byte[]> resources) {
    platform = load("platform", resources);
    for (DatasetKind kind : DatasetKind.values()) {
      kinds.put(kind, load(kind.id(), resources));
      askers.put(kind, () -> elsewhere.computeIfAbsent(kind, this::keysOfOthers));
    }
  }

  /** The keys of {@code platform.yaml}, those that are required first. */
  public List<Property> platformProperties() {
    return platform.text().keys().properties();
  }

  /** The keys of a kind of dataset, those that are required first. */
  public List<Property> properties(DatasetKind kind) {
    return of(kind).text().keys().properties();
  }

  /** What is wrong with {@code platform.yaml}. */
  public List<Diagnostic> checkPlatform(YamlDocument document) {
    return platform.check(document, Map::of);
  }

  /** What is wrong with a dataset's file; a key of another kind is named as such. */
  public List<Diagnostic> check(DatasetKind kind, YamlDocument document) {
    return of(kind).check(document, askers.get(kind));
  }

  /** The keys that only others have, and what those belong to. */
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
