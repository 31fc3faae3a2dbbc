package io.exportctl.workspace;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import io.exportctl.yaml.YamlReader;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
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
  static Optional<YamlDocument> read(Path path, String display) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return Optional.empty();
      }
      // To open a pipe would be to wait for a writer.
      if (attributes.isRegularFile()) {
        return Optional.of(YamlReader.read(display, bytes(path, attributes.size())));
      }
    } catch (IOException e) {
      if (Files.isRegularFile(path)) {
        return Optional.of(
            unreadable(display, ExportctlException.of("cannot be read", e).getMessage()));
      }
    }
    return Optional.of(noFile(path, display));
  }

  private static YamlDocument noFile(Path path, String display) {
    if (path.toString().indexOf(NO_TEXT) >= 0) {
      return unreadable(
          display,
          "the name is no text in UTF-8, expected <name>.yaml",
          "rename the file, with letters, digits and \"_\" only");
    }
    return unreadable(
        display,
        Files.isSymbolicLink(path)
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
  private static byte[] bytes(Path path, long size) throws IOException {
    byte[] bytes = new byte[(int) Math.min(size, YamlReader.LARGEST_FILE) + 1];
    // A third less than a channel takes, which would read into a buffer of its own.
    try (InputStream in = new FileInputStream(path.toFile())) {
      int read = in.readNBytes(bytes, 0, bytes.length);
      if (read < bytes.length || read > YamlReader.LARGEST_FILE) {
        return Arrays.copyOf(bytes, read);
      }
    } catch (FileNotFoundException e) {
      // Why it cannot be opened is told below, in other words for each reason.
    }
    // It has grown since, or could not be opened.
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(YamlReader.LARGEST_FILE + 1);
    }
  }
}
