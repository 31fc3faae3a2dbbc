package io.exportctl.report;

import io.exportctl.diagnostic.Location;
import io.exportctl.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Root of the repository, to which a CI system's paths are relative.
 *
 * @param folders the folders from the root to the working directory
 */
public record SourceRoot(List<String> folders) {

  public SourceRoot {
    folders = List.copyOf(folders);
  }

  /**
   * Finds the root: on GitHub the clone around the working directory, or otherwise the folder in <a
   * href="https://docs.github.com/actions/reference/workflows-and-actions/variables">GITHUB_WORKSPACE</a>,
   * as a job may check a repository out into a subfolder; elsewhere the nearest git repository, or
   * otherwise the working directory.
   *
   * @param directory the working directory
   */
  public static SourceRoot of(Path directory, Map<String, String> variables) {
    Path start = directory.toAbsolutePath().normalize();
    Path root =
        named(variables, start)
            .map(workspace -> clone(start, workspace).orElse(workspace))
            .or(() -> Workspace.repository(start))
            .orElse(start);
    return new SourceRoot(
        root.equals(start)
            ? List.of()
            : StreamSupport.stream(root.relativize(start).spliterator(), false)
                .map(Path::toString)
                .toList());
  }

  /** Finds the clone around a folder. A submodule, whose {@code .git} is a file, belongs to it. */
  private static Optional<Path> clone(Path start, Path workspace) {
    return Stream.iterate(start, folder -> folder.startsWith(workspace), Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve(".git")))
        .findFirst();
  }

  /**
   * Makes the path of a place relative to the root; leaves it unchanged if it is outside. Does not
   * use {@link Path}, which rejects names that the locale cannot encode.
   */
  Location locate(Location place) {
    Deque<String> path = new ArrayDeque<>(folders);
    for (String name : place.file().split("/", -1)) {
      if (!name.equals("..")) {
        path.addLast(name);
      } else if (path.pollLast() == null) {
        return place;
      }
    }
    return new Location(
        String.join("/", path), place.line(), place.column(), place.length(), place.source());
  }

  private static Optional<Path> named(Map<String, String> variables, Path start) {
    return Optional.ofNullable(variables.get("GITHUB_WORKSPACE"))
        .filter(named -> !named.isEmpty())
        .map(named -> Path.of(named).toAbsolutePath().normalize())
        .filter(start::startsWith);
  }
}
