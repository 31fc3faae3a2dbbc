package io.exportctl.git;

import io.exportctl.dataset.DatasetId;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What has become of a dataset since a commit.
 *
 * @param id by its file
 */
public record DatasetChange(DatasetId id, Type type, Path file) {

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
}
