package io.exportctl.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Identity of a kind of dataset. Its behaviour is a {@code kind.Kind}. */
public enum DatasetKind {
  PUSH,
  PULL,
  LANDING,
  COLLECTION,
  SOURCE;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** Returns the kind's name in commands, and of its folders, schema, templates and modules. */
  public String id() {
    return id;
  }

  /** Finds the kind with this id. */
  public static Optional<DatasetKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id();
  }
}
