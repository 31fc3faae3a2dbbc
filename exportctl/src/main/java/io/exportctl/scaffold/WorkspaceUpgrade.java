package io.exportctl.scaffold;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.workspace.Artifact;
import io.exportctl.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Changes that bring the files of an older version of the tool in a workspace up to date. A part
 * that the workspace does not have, such as {@code schema/}, comes from the jar and stays away.
 */
public final class WorkspaceUpgrade {

  private static final String STAGED = ".exportctl";

  private final Workspace workspace;
  private final List<FileChange> changes;

  private WorkspaceUpgrade(Workspace workspace, List<FileChange> changes) {
    this.workspace = workspace;
    this.changes = List.copyOf(changes);
  }

  /**
   * Creation, change or removal of a file.
   *
   * @param before empty for a new file
   * @param after empty for a file that is removed
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record FileChange(Path path, Optional<byte[]> before, Optional<byte[]> after) {

    boolean isNeeded() {
      return before.isEmpty() || after.isEmpty() || !Arrays.equals(before.get(), after.get());
    }
  }

  /**
   * Compares the workspace with what the tool brings.
   *
   * @param artifacts the programs of the kinds
   */
  public static WorkspaceUpgrade of(Workspace workspace, Map<Artifact, Path> artifacts) {
    SortedMap<Path, Optional<byte[]>> wanted = new TreeMap<>();
    Path modules = workspace.terraform().resolve("modules");
    if (Files.isDirectory(modules)) {
      SortedMap<Path, byte[]> brought = BroughtFiles.terraform(workspace, artifacts);
      // Terraform reads all files of a module, so that one of the old version would clash.
      brought.keySet().stream()
          .map(Path::getParent)
          .filter(folder -> folder.startsWith(modules) && Files.isDirectory(folder))
          .distinct()
          .flatMap(WorkspaceUpgrade::configuration)
          .forEach(path -> wanted.put(path, Optional.empty()));
      brought.forEach((path, content) -> wanted.put(path, Optional.of(content)));
    }
    if (Files.isDirectory(workspace.schema())) {
      BroughtFiles.schemas(workspace)
          .forEach((path, content) -> wanted.put(path, Optional.of(content)));
    }
    List<FileChange> changes = new ArrayList<>();
    wanted.forEach((path, after) -> changes.add(new FileChange(path, before(path), after)));
    changes.removeIf(change -> !change.isNeeded());
    return new WorkspaceUpgrade(workspace, changes);
  }

  /** Returns the changes, sorted by path. */
  public List<FileChange> changes() {
    return changes;
  }

  /**
   * Makes the changes; all new contents are on the disk before the first file is replaced.
   *
   * @throws ExportctlException if a file cannot be written
   */
  public void apply() {
    List<FileChange> written =
        changes.stream().filter(change -> change.after().isPresent()).toList();
    Path current = workspace.root();
    try {
      for (FileChange change : written) {
        current = change.path();
        Files.createDirectories(current.getParent());
        Files.write(staged(current), change.after().orElseThrow());
      }
      for (FileChange change : changes) {
        current = change.path();
        if (change.after().isPresent()) {
          Files.move(staged(current), current, StandardCopyOption.REPLACE_EXISTING);
        } else {
          Files.delete(current);
        }
      }
    } catch (IOException e) {
      throw ExportctlException.of("cannot write " + workspace.display(current), e);
    } finally {
      written.forEach(WorkspaceUpgrade::deleteStaged);
    }
  }

  private static Path staged(Path path) {
    return path.resolveSibling("." + path.getFileName() + STAGED);
  }

  private static void deleteStaged(FileChange change) {
    try {
      Files.deleteIfExists(staged(change.path()));
    } catch (IOException e) {
      throw ExportctlException.of("cannot remove " + staged(change.path()), e);
    }
  }

  private static Optional<byte[]> before(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(BroughtFiles.read(path))
        : Optional.empty();
  }

  /** Returns the Terraform files in a folder. */
  private static Stream<Path> configuration(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(path -> path.toString().matches(".*\\.(tf|tftest\\.hcl)"))
          .filter(Files::isRegularFile)
          .toList()
          .stream();
    } catch (IOException e) {
      throw ExportctlException.of("cannot list " + folder, e);
    }
  }
}
