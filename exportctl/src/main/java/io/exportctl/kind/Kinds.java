package io.exportctl.kind;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Fields;
import io.exportctl.kind.pull.PullKind;
import io.exportctl.kind.push.PushKind;
import io.exportctl.workspace.Artifact;
import io.exportctl.yaml.YamlDocument;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The list of all kinds of dataset; docs/decisions gives the reason for a literal list. */
public final class Kinds {

  private static final Map<DatasetKind, Kind> ALL =
      byId(
          List.of(
              new PushKind(), //
              new PullKind()));

  private Kinds() {}

  /** Returns all kinds in the order of {@link DatasetKind}. */
  public static Collection<Kind> all() {
    return ALL.values();
  }

  /** Returns the behaviour of a kind. */
  public static Kind of(DatasetKind id) {
    return ALL.get(id);
  }

  /** Reads a dataset from a file that has no errors. */
  public static Dataset read(DatasetFile valid) {
    return of(valid.kind()).read(Fields.of(valid.document()));
  }

  /** Reads the sections that a valid platform.yaml has, by the kinds that they belong to. */
  public static Map<DatasetKind, Record> sections(YamlDocument valid) {
    Map<DatasetKind, Record> sections = new EnumMap<>(DatasetKind.class);
    for (Kind kind : ALL.values()) {
      if (kind.platformSection().isPresent()) {
        Fields.of(valid)
            .section(kind.id().id())
            .map(kind.platformSection().get()::read)
            .ifPresent(section -> sections.put(kind.id(), section));
      }
    }
    return sections;
  }

  /** Returns the programs of all kinds. */
  public static List<Artifact> programs() {
    return ALL.values().stream().flatMap(kind -> kind.program().stream()).toList();
  }

  private static Map<DatasetKind, Kind> byId(List<Kind> kinds) {
    Map<DatasetKind, Kind> byId = new EnumMap<>(DatasetKind.class);
    for (Kind kind : kinds) {
      byId.put(kind.id(), kind);
    }
    return Collections.unmodifiableMap(byId);
  }
}
