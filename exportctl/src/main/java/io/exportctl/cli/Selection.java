package io.exportctl.cli;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that a user asked about. The rules still see all: names are unique across files. */
final class Selection {

  static final String STANDARD_INPUT = "<stdin>";

  private final List<String> selected;
  private final boolean everything;

  private Selection(List<String> selected, boolean everything) {
    this.selected = selected;
    this.everything = everything;
  }

  static Selection standardInput() {
    return new Selection(List.of(STANDARD_INPUT), false);
  }

  /**
   * @param paths files or folders as the user wrote them; none means everything
   * @throws ExportctlException where one does not exist, or is outside {@code datasets/}
   */
  static Selection of(Workspace workspace, List<String> paths) {
    return new Selection(
        paths.stream().map(path -> display(workspace, path)).toList(),
        paths.isEmpty() || paths.stream().anyMatch(path -> isAbove(workspace, path)));
  }

  private static boolean isAbove(Workspace workspace, String path) {
    return workspace.datasets().startsWith(workspace.resolve(path));
  }

  private static String display(Workspace workspace, String path) {
    Path resolved = workspace.resolve(path);
    if (!Files.exists(resolved)) {
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

  /** Whether something is in a selected file, or depends on one. */
  boolean contains(Diagnostic found) {
    return Stream.concat(Stream.of(found.location()), found.related().stream())
        .anyMatch(location -> contains(location.file()));
  }

  private boolean contains(String file) {
    return everything
        || selected.stream().anyMatch(path -> file.equals(path) || file.startsWith(path + "/"));
  }

  /** The files of the workspace that are selected, as they are printed. */
  List<String> files(Inventory inventory) {
    Stream<String> files =
        Stream.of(
                Stream.of(inventory.platform().file()),
                inventory.datasets().stream().map(dataset -> dataset.document().file()),
                inventory.strays().stream().map(stray -> stray.location().file()))
            .flatMap(names -> names);
    return files.filter(this::contains).toList();
  }
}
