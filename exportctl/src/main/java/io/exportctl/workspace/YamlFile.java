package io.exportctl.workspace;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;

/** Reads a YAML file from disk. */
final class YamlFile {

  /** Replacement character that Java puts into file names that are not valid text. */
  private static final char NO_TEXT = '\uFFFD';

  private YamlFile() {}

  /**
   * Reads a file; the document holds a finding if it cannot be read. Empty for a folder.
   *
   * @param display the path as it is printed
   */
  static Optional<YamlDocument> read(File file, String display) {
    // Opening a named pipe would block until there is a writer.
    if (!file.isFile()) {
      return file.isDirectory() ? Optional.empty() : Optional.of(noFile(file, display));
    }
    try {
      return Optional.of(YamlReader.read(display, bytes(file)));
    } catch (IOException e) {
      return Optional.of(
          file.isFile()
              ? unreadable(display, ExportctlException.of("cannot be read", e).getMessage())
              : noFile(file, display));
    }
  }

  private static YamlDocument noFile(File file, String display) {
    if (file.getName().indexOf(NO_TEXT) >= 0) {
      return unreadable(
          display,
          "the file name is not valid UTF-8, expected <name>.yaml",
          "rename the file, with letters, digits and \"_\" only");
    }
    return unreadable(
        display,
        Files.isSymbolicLink(file.toPath())
            ? "a link to a file that does not exist"
            : "neither a file nor a link to one");
  }

  static YamlDocument unreadable(String display, String message) {
    return unreadable(display, message, "check the file's permissions, and where it links to");
  }

  private static YamlDocument unreadable(String display, String message, String help) {
    return YamlDocument.unreadable(
        Diagnostic.of(Location.of(display), RuleId.UNREADABLE_FILE, message).withHelp(help));
  }

  /** Reads at most one byte more than the size limit, enough to detect a file that is too large. */
  private static byte[] bytes(File file) throws IOException {
    // Faster than a channel, which copies through a buffer of its own.
    try (InputStream in = new FileInputStream(file)) {
      return in.readNBytes(YamlReader.LARGEST_FILE + 1);
    } catch (FileNotFoundException e) {
      // Open it again through NIO, whose exceptions tell the reason.
      try (InputStream in = Files.newInputStream(file.toPath())) {
        return in.readNBytes(YamlReader.LARGEST_FILE + 1);
      }
    }
  }
}
