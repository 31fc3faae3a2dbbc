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

/** Reads one YAML file off the disk, with as few calls of the system as there may be. */
final class YamlFile {

  /** What Java reads for bytes of a name that are no text; under that name there is no file. */
  private static final char NO_TEXT = '\uFFFD';

  private YamlFile() {}

  /**
   * What is in a file, or why it cannot be read; empty for a folder.
   *
   * @param display the path as it is printed
   */
  static Optional<YamlDocument> read(File file, String display) {
    // To open a pipe would be to wait for a writer.
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
          "the name is no text in UTF-8, expected <name>.yaml",
          "rename the file, with letters, digits and \"_\" only");
    }
    return unreadable(
        display,
        Files.isSymbolicLink(file.toPath())
            ? "a link that leads to no file"
            : "neither a file nor a link to one");
  }

  static YamlDocument unreadable(String display, String message) {
    return unreadable(display, message, "check the file's permissions, and where it links to");
  }

  private static YamlDocument unreadable(String display, String message, String help) {
    return YamlDocument.unreadable(
        Diagnostic.of(Location.of(display), RuleId.UNREADABLE_FILE, message).withHelp(help));
  }

  /** As many as there are, but no more than tell that it is too large. */
  private static byte[] bytes(File file) throws IOException {
    // A third less than a channel takes, which would read into a buffer of its own.
    try (InputStream in = new FileInputStream(file)) {
      return in.readNBytes(YamlReader.LARGEST_FILE + 1);
    } catch (FileNotFoundException e) {
      // Why it cannot be opened is told in other words for each reason.
      try (InputStream in = Files.newInputStream(file.toPath())) {
        return in.readNBytes(YamlReader.LARGEST_FILE + 1);
      }
    }
  }
}
