package io.exportctl.source.cli;

import io.exportctl.source.fault.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
