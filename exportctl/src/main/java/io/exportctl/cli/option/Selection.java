package io.exportctl.cli.option;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.diagnostic.Location;
import io.exportctl.git.ChangedFiles;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files selected by the user. Rules still check all files, as names are unique across files. */
public final class Selection {

  public static final String STANDARD_INPUT = Location.STANDARD_INPUT;

  private final Predicate<String> selected;

  private Selection(Predicate<String> selected) {
    this.selected = selected;
  }

  public static Selection standardInput() {
    return new Selection(STANDARD_INPUT::equals);
  }

  /**
   * Selects files by paths.
   *
   * @param paths files or folders as the user wrote them; empty for all files
   * @throws ExportctlException if a path does not exist, or is outside {@code datasets/}
   */
  public static Selection of(Workspace workspace, List<String> paths) {
    if (paths.isEmpty()) {
      return new Selection(file -> true);
    }
    List<String> shown = paths.stream().map(path -> display(workspace, path)).toList();
    if (paths.stream().anyMatch(path -> isAbove(workspace, path))) {
      return new Selection(file -> true);
    }
    return new Selection(
        file -> shown.stream().anyMatch(path -> file.equals(path) || file.startsWith(path + "/")));
  }

  /** Selects the changed files; all files if platform.yaml, a schema or a template changed. */
  public static Selection of(Workspace workspace, ChangedFiles changed) {
    boolean everything =
        Stream.of(workspace.platformFile(), workspace.schema(), workspace.templates())
            .anyMatch(changed::contains);
    return new Selection(file -> everything || changed.contains(workspace.resolve(file)));
  }

  /** Returns this selection with more files, such as files that were renamed. */
  public Selection and(List<String> files) {
    return new Selection(selected.or(files::contains));
  }

  private static boolean isAbove(Workspace workspace, String path) {
    return workspace.datasets().startsWith(workspace.resolve(path));
  }

  private static String display(Workspace workspace, String path) {
    Path resolved = workspace.resolve(path);
    if (!Files.exists(resolved) && !isUndecodable(path)) {
      throw new ExportctlException(path + " does not exist");
    }
    if (!resolved.startsWith(workspace.datasets()) && !isAbove(workspace, path)) {
      throw new ExportctlException(
          path
              + " is outside "
              + workspace.display(workspace.datasets())
              + "; move it there, or pass it to standard input with --kind");
    }
    return workspace.display(resolved);
  }

  /**
   * Returns true if a name had bytes that are not UTF-8. Java replaces them, so that it cannot find
   * the file; its folder's list has it under the same replaced name.
   */
  private static boolean isUndecodable(String path) {
    return path.indexOf('\uFFFD') >= 0;
  }

  /** Returns true if a finding is in a selected file, or refers to one. */
  public boolean contains(Diagnostic found) {
    return contains(found.location().file())
        || found.related().stream().anyMatch(place -> contains(place.file()));
  }

  /** Returns true if a file, as it is printed, is selected. */
  public boolean contains(String file) {
    return selected.test(file);
  }

  /** Returns the selected files of the workspace, as they are printed. */
  public List<String> files(Inventory inventory) {
    List<String> files = new ArrayList<>(inventory.datasets().size());
    files.add(inventory.platform().file());
    for (DatasetFile dataset : inventory.datasets()) {
      files.add(dataset.document().file());
    }
    for (Diagnostic stray : inventory.strays()) {
      files.add(stray.location().file());
    }
    files.removeIf(selected.negate());
    return files;
  }
}
