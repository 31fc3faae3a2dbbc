package io.exportctl.git;

import io.exportctl.dataset.DatasetId;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A dataset that changed since a commit.
 *
 * @param id the id according to the file name
 */
public record DatasetChange(DatasetId id, Type type, Path file) {

  /** Type of change. */
  public enum Type {
    ADDED,
    CHANGED,
    REMOVED,
    /** The dataset did not change, but something that all datasets share did. */
    SHARED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
