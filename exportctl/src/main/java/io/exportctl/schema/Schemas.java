package io.exportctl.schema;

import io.exportctl.dataset.DatasetKind;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.workspace.SchemaFile;
import io.exportctl.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The schemas of {@code platform.yaml} and of each kind of dataset. */
public final class Schemas {

  private final DocumentSchema platform;
  private final Map<DatasetKind, DocumentSchema> kinds = new EnumMap<>(DatasetKind.class);

  /** Schemas of all files except those of a kind; computed on demand. */
  private final Map<DatasetKind, List<OtherSchema>> others = new ConcurrentHashMap<>();

  /** Suppliers of {@link #others}, one for each kind rather than for each file. */
  private final Map<DatasetKind, Supplier<List<OtherSchema>>> suppliers =
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
      suppliers.put(kind, () -> others.computeIfAbsent(kind, this::except));
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

  /**
   * Returns the nested keys that {@code new} has an option for, each under the name of the option.
   */
  public List<Property> nestedOptions(DatasetKind kind) {
    return of(kind).text().keys().nestedOptions();
  }

  /** Returns the findings in {@code platform.yaml}. */
  public List<Diagnostic> checkPlatform(YamlDocument document) {
    return platform.check(document, this::ofDatasets);
  }

  /** Returns the findings in a dataset's file; a key of another kind is reported as such. */
  public List<Diagnostic> check(DatasetKind kind, YamlDocument document) {
    return of(kind).check(document, suppliers.get(kind));
  }

  private List<OtherSchema> except(DatasetKind kind) {
    List<OtherSchema> all = new ArrayList<>(ofDatasets());
    all.removeIf(other -> other.path().equals(folder(kind)));
    all.add(
        new OtherSchema(
            platform.text().aTitle(), "datasets/platform.yaml", platform.text().keys()));
    return all;
  }

  /** Returns the schemas of all kinds, in the order of the kinds. */
  private List<OtherSchema> ofDatasets() {
    List<OtherSchema> all = new ArrayList<>();
    for (DatasetKind kind : DatasetKind.values()) {
      all.add(new OtherSchema("a " + kind + " dataset", folder(kind), of(kind).text().keys()));
    }
    return all;
  }

  private static String folder(DatasetKind kind) {
    return "datasets/" + kind.id() + "/";
  }

  private DocumentSchema of(DatasetKind kind) {
    return kinds.get(kind);
  }

  private static DocumentSchema load(String name, Function<String, byte[]> resources) {
    return DocumentSchema.read(SchemaFile.path(name), resources);
  }
}
