package io.exportctl.git;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Datasets that need a new plan since a commit, by file name; the files are not read.
 *
 * @param shared true if something changed that all datasets share
 * @param datasets the changes, sorted by kind and name; all datasets if {@code shared}
 */
public record DatasetChanges(boolean shared, List<DatasetChange> datasets) {

  private static final String YAML = ".yaml";

  public DatasetChanges {
    datasets = List.copyOf(datasets);
  }

  /** Lists the datasets that changed according to git. */
  public static DatasetChanges of(Workspace workspace, ChangedFiles changed) {
    boolean shared =
        Stream.of(workspace.platformFile(), workspace.templates(), workspace.terraform())
            .anyMatch(changed::contains);
    List<Path> all = workspace.files();
    List<DatasetChange> datasets = new ArrayList<>();
    for (DatasetKind kind : DatasetKind.values()) {
      Path folder = workspace.datasets(kind);
      TreeSet<String> files = new TreeSet<>(changed.in(folder));
      all.stream()
          .filter(file -> folder.equals(file.getParent()))
          .filter(file -> shared || changed.contains(file))
          .forEach(file -> files.add(file.getFileName().toString()));
      for (String file : files) {
        change(kind, folder.resolve(file), changed).ifPresent(datasets::add);
      }
    }
    return new DatasetChanges(shared, datasets);
  }

  /** Returns the change of a file; empty if it is not a dataset file, which validate reports. */
  private static Optional<DatasetChange> change(DatasetKind kind, Path file, ChangedFiles changed) {
    String fileName = file.getFileName().toString();
    if (!fileName.endsWith(YAML)) {
      return Optional.empty();
    }
    String name = fileName.substring(0, fileName.length() - YAML.length());
    return Optional.of(name)
        .filter(DatasetFile::isName)
        .flatMap(valid -> type(file, changed))
        .map(type -> new DatasetChange(new DatasetId(kind, name), type, file));
  }

  /** Returns the type of change; empty for a file that was added and removed again. */
  private static Optional<DatasetChange.Type> type(Path file, ChangedFiles changed) {
    boolean added = changed.isAdded(file);
    if (!Files.exists(file)) {
      return added ? Optional.empty() : Optional.of(DatasetChange.Type.REMOVED);
    }
    if (!changed.contains(file)) {
      return Optional.of(DatasetChange.Type.SHARED);
    }
    return Optional.of(added ? DatasetChange.Type.ADDED : DatasetChange.Type.CHANGED);
  }
}
