package io.exportctl.workspace;

import io.exportctl.dataset.DatasetKind;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Temporary files of runs that were killed while they wrote. */
public final class Leftovers {

  private static final String END = ".exportctl";

  private final Workspace workspace;

  Leftovers(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Returns true for the name of a temporary file. */
  public static boolean isOne(String name) {
    return name.startsWith(".") && name.endsWith(END) && name.length() > END.length();
  }

  /** Removes all in {@code datasets/}. Only the command that has the lock may do so. */
  void remove() throws IOException {
    List<Path> folders = new ArrayList<>(List.of(workspace.datasets()));
    for (DatasetKind kind : DatasetKind.values()) {
      folders.add(workspace.datasets(kind));
    }
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        removeFrom(folder);
      }
    }
  }

  /** Removes all directly in a folder. */
  public static void removeFrom(Path folder) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, file -> isOne(file.getFileName().toString()))) {
      for (Path file : files) {
        if (Files.isRegularFile(file)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }
}
