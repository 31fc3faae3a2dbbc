package io.exportctl.source.cli;

import io.exportctl.source.fault.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files that the command line names. */
final class LocalFile {

  private LocalFile() {}

  /**
   * Returns the path.
   *
   * @throws StoreException if there is no readable file
   */
  static Path require(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw StoreException.usage("there is no readable file " + file);
    }
    return file;
  }

  static void deleteFolder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
