package io.exportctl.kind;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Details;
import io.exportctl.dataset.DraftDataset;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.collection.CollectionKind;
import io.exportctl.kind.landing.LandingKind;
import io.exportctl.kind.pull.PullKind;
import io.exportctl.kind.push.PushKind;
import io.exportctl.kind.source.SourceKind;
import io.exportctl.workspace.Artifact;
import io.exportctl.yaml.YamlNode;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The list of all kinds of dataset; docs/decisions gives the reason for a literal list. */
public final class Kinds {

  private static final Map<DatasetKind, Kind> ALL =
      byId(
          List.of(
              new PushKind(), //
              new PullKind(),
              new LandingKind(),
              new CollectionKind(),
              new SourceKind()));

  private Kinds() {}

  /** Returns all kinds in the order of {@link DatasetKind}. */
  public static Collection<Kind> all() {
    return ALL.values();
  }

  /** Returns the behaviour of a kind. */
  public static Kind of(DatasetKind id) {
    return ALL.get(id);
  }

  /** Reads a dataset from a file that has no errors; a draft, whose values may be placeholders. */
  public static Dataset read(DatasetFile valid) {
    return Details.stateOf(valid.document()).isDeployed()
        ? of(valid.kind()).read(Fields.of(valid.document()))
        : DraftDataset.of(valid.kind(), valid.document());
  }

  /** Returns the keys of the lists of users, of all kinds. */
  public static List<String> userKeys() {
    return ALL.values().stream().flatMap(kind -> kind.userKeys().stream()).distinct().toList();
  }

  /** Returns the users listed in a file, valid or not. */
  public static Stream<String> users(DatasetFile file) {
    return of(file.kind()).userKeys().stream()
        .flatMap(key -> file.document().texts(key).stream())
        .map(YamlNode.Scalar::text);
  }

  /** Reads the sections that platform.yaml has, by the kinds that they belong to. */
  public static Map<DatasetKind, Record> sections(Platform platform) {
    Map<DatasetKind, Record> sections = new EnumMap<>(DatasetKind.class);
    for (Kind kind : ALL.values()) {
      Fields section = platform.sections().get(kind.id());
      if (section != null && kind.platformSection().isPresent()) {
        sections.put(kind.id(), kind.platformSection().get().read(section));
      }
    }
    return sections;
  }

  /** Returns the programs that a platform deploys, whether it has datasets of a kind or not. */
  public static List<Artifact> programsOf(Platform platform) {
    return ALL.values().stream()
        .filter(kind -> isSetUp(kind, platform))
        .flatMap(kind -> kind.program().stream())
        .toList();
  }

  /** Returns the programs that every installation has. */
  public static List<Artifact> bundledPrograms() {
    return ALL.values().stream()
        .flatMap(kind -> kind.program().stream())
        .filter(Artifact::isBundled)
        .toList();
  }

  /** Returns false if platform.yaml lacks the section that a kind needs. */
  public static boolean isSetUp(Kind kind, Platform platform) {
    return kind.platformSection().isEmpty() || platform.sections().containsKey(kind.id());
  }

  private static Map<DatasetKind, Kind> byId(List<Kind> kinds) {
    Map<DatasetKind, Kind> byId = new EnumMap<>(DatasetKind.class);
    for (Kind kind : kinds) {
      byId.put(kind.id(), kind);
    }
    return Collections.unmodifiableMap(byId);
  }
}
