package io.exportctl.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * Clears away archives that another has replaced, and those of all installations that are old: one
 * that is still used is made again in a second.
 */
final class OldArchives {

  /** The name of a folder holds the paths of an installation and of its Java. */
  private static final String FOLDERS = "+*";

  private static final String ARCHIVES = "[0-9]*.{jsa,aot}";

  private OldArchives() {}

  /**
   * @param newest which stays
   * @param old when an archive that is used would have been made again
   */
  static void clear(Path newest, FileTime old) {
    try {
      clearReplaced(newest);
      clearOld(newest.getParent(), old);
    } catch (IOException e) {
      // It may be somebody else's; the new archive works all the same.
    }
  }

  private static void clearReplaced(Path newest) throws IOException {
    try (DirectoryStream<Path> archives = Files.newDirectoryStream(newest.getParent(), ARCHIVES)) {
      for (Path archive : archives) {
        if (!archive.equals(newest)) {
          Files.deleteIfExists(archive);
        }
      }
    }
  }

  private static void clearOld(Path own, FileTime old) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(own.getParent(), FOLDERS)) {
      for (Path folder : folders) {
        if (!folder.equals(own) && Files.getLastModifiedTime(folder).compareTo(old) < 0) {
          remove(folder);
        }
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
