package io.exportctl.workspace;

import io.exportctl.dataset.DatasetKind;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What has become of a dataset since a commit.
 *
 * @param name the name of its file, without {@code .yaml}
 */
public record DatasetChange(DatasetKind kind, String name, Type type, Path file) {

  /** What can become of a dataset. */
  public enum Type {
    ADDED,
    CHANGED,
    REMOVED,
    /** Nothing of its own, but something that all datasets share. */
    SHARED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** As it is asked for where a name alone may stand for two. */
  public String id() {
    return kind.id() + "/" + name;
  }
}
