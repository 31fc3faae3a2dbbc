package io.exportctl.dataset;

import java.util.Optional;

/** Unique id of a dataset: its kind and name, written {@code push/new_project}. */
public record DatasetId(DatasetKind kind, String name) implements Comparable<DatasetId> {

  /** Parses {@code kind/name}; empty if that is not a valid id. */
  public static Optional<DatasetId> of(String text) {
    String[] parts = text.split("/", 2);
    return DatasetKind.of(parts[0])
        .filter(kind -> parts.length == 2 && DatasetFile.isName(parts[1]))
        .map(kind -> new DatasetId(kind, parts[1]));
  }

  @Override
  public int compareTo(DatasetId other) {
    int order = kind.compareTo(other.kind);
    return order != 0 ? order : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return kind.id() + "/" + name;
  }
}
