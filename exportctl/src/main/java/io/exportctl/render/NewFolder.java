package io.exportctl.render;

import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.workspace.TwoThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that is not there yet, and appears with all that belongs into it or not at all. To give
 * one folder its name takes less than to give each file its own.
 */
final class NewFolder {

  private final Path root;
  private final Path draft;
  private final String display;

  /**
   * @param display the folder as it is printed
   */
  NewFolder(Path root, String display) {
    this.root = root;
    this.draft = root.resolveSibling("." + root.getFileName() + ".exportctl");
    this.display = display;
  }

  /** Whether nothing is there, nor what a run may have left that was killed. */
  boolean isFree() {
    return Files.notExists(root) && Files.notExists(draft);
  }

  /** Writes it, under another name until it is whole. */
  void write(List<Change> files) {
    boolean done = false;
    try {
      createFolders(files);
      TwoThreads.map(files, this::write);
      Files.move(draft, root, StandardCopyOption.ATOMIC_MOVE);
      done = true;
    } catch (IOException e) {
      throw cannotWrite(e);
    } finally {
      if (!done) {
        removeDraft();
      }
    }
  }

  private void createFolders(List<Change> files) throws IOException {
    Set<Path> folders = new HashSet<>();
    for (Change file : files) {
      folders.add(draft.resolve(file.path()).getParent());
    }
    for (Path folder : folders) {
      Files.createDirectories(folder);
    }
  }

  private Path write(Change file) {
    try {
      return Files.writeString(draft.resolve(file.path()), file.after().orElseThrow());
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private void removeDraft() {
    if (Files.notExists(draft)) {
      return;
    }
    try (Stream<Path> files = Files.walk(draft)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw ExportctlException.of("cannot remove a temporary folder beside " + display, e);
    }
  }

  private ExportctlException cannotWrite(IOException e) {
    return ExportctlException.of("cannot write to " + display, e);
  }
}
