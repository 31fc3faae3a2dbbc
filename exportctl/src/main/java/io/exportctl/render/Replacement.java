package io.exportctl.render;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.workspace.Leftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes changes to a folder: all new contents are on the disk before the first file is replaced.
 */
final class Replacement {

  private final Path root;
  private final String display;

  /**
   * Creates a replacement of files in a folder.
   *
   * @param display the folder as it is printed
   */
  Replacement(Path root, String display) {
    this.root = root;
    this.display = display;
  }

  void apply(List<Change> changes) {
    List<Change> written = new ArrayList<>(changes.size());
    for (Change change : changes) {
      if (change.after().isPresent()) {
        written.add(change);
      }
    }
    createFolders(written);
    removeLeftovers(changes);
    boolean done = false;
    try {
      written.forEach(this::stage);
      changes.forEach(this::replace);
      done = true;
    } finally {
      if (!done) {
        written.forEach(this::deleteStaged);
      }
    }
  }

  private void createFolders(List<Change> written) {
    Set<String> folders = new HashSet<>();
    for (Change change : written) {
      folders.add(folder(change.path()));
    }
    for (String folder : folders) {
      try {
        Files.createDirectories(root.resolve(folder));
      } catch (IOException e) {
        throw cannotWrite(e);
      }
    }
  }

  /** Removes the temporary files of a killed run from the folders that are written. */
  private void removeLeftovers(List<Change> changes) {
    Set<String> folders = new HashSet<>();
    for (Change change : changes) {
      folders.add(folder(change.path()));
    }
    for (String folder : folders) {
      try {
        Leftovers.removeFrom(root.resolve(folder));
      } catch (IOException e) {
        throw cannotWrite(e);
      }
    }
  }

  private void stage(Change change) {
    try {
      Files.writeString(staged(change), change.after().orElseThrow());
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private void replace(Change change) {
    Path target = root.resolve(change.path());
    try {
      if (change.after().isEmpty()) {
        Files.delete(target);
        return;
      }
      Files.move(
          staged(change),
          target,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private void deleteStaged(Change change) {
    try {
      Files.deleteIfExists(staged(change));
    } catch (IOException e) {
      throw ExportctlException.of("cannot remove a temporary file in " + display, e);
    }
  }

  private Path staged(Change change) {
    String folder = folder(change.path());
    String name = change.path().substring(folder.length());
    return root.resolve(folder + "." + name + ".exportctl");
  }

  /** Returns the folder of a path, with a slash at its end; empty for the root folder. */
  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private ExportctlException cannotWrite(IOException e) {
    return ExportctlException.of("cannot write to " + display, e);
  }
}
