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
 * The datasets that have to be planned again since a commit, by their files' names: none is read.
 *
 * @param shared whether something changed that all datasets share
 * @param datasets sorted by kind and name; all there are, where what they share changed
 */
public record DatasetChanges(boolean shared, List<DatasetChange> datasets) {

  private static final String YAML = ".yaml";

  public DatasetChanges {
    datasets = List.copyOf(datasets);
  }

  /** What git says has become of them. */
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

  /** Nothing for what is no dataset's file: {@code validate} speaks of that. */
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

  /** Nothing for what came and went since the commit. */
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
