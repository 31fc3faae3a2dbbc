package io.exportctl.report;

import io.exportctl.diagnostic.Location;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The folder that a CI system names files from: the root of the repository, wherever in it the tool
 * was started.
 *
 * @param folders that lead from there to where the user is
 */
public record SourceRoot(List<String> folders) {

  public SourceRoot {
    folders = List.copyOf(folders);
  }

  /**
   * The root that GitHub names in <a
   * href="https://docs.github.com/actions/reference/workflows-and-actions/variables">GITHUB_WORKSPACE</a>,
   * else the nearest folder upwards that git keeps, else where the user is.
   *
   * @param directory where the user is
   */
  public static SourceRoot of(Path directory, Map<String, String> variables) {
    Path start = directory.toAbsolutePath().normalize();
    Path root = named(variables, start).or(() -> Workspace.repository(start)).orElse(start);
    return new SourceRoot(
        root.equals(start)
            ? List.of()
            : StreamSupport.stream(root.relativize(start).spliterator(), false)
                .map(Path::toString)
                .toList());
  }

  /**
   * The same place in a file as seen from the root; as it was, where it is not below it. Never
   * through {@link Path}, which refuses names that the locale has no letters for.
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
