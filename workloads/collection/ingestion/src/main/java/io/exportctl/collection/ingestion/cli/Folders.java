package io.exportctl.collection.ingestion.cli;

import io.exportctl.collection.ingestion.config.IngestionException;
import java.nio.file.Path;

/**
 * Folders of this machine as options name them: {@code file:} with a path, which may be relative.
 */
final class Folders {

  private static final String SCHEME = "file:";

  private Folders() {}

  /**
   * Returns the URI of a folder.
   *
   * @throws IngestionException if the text does not begin with {@code file:}
   */
  static String uri(String text) {
    if (!text.startsWith(SCHEME) || text.length() == SCHEME.length()) {
      throw IngestionException.usage(
          "'%s' is not a folder such as file:data; write file: before its path".formatted(text));
    }
    String path = text.substring(SCHEME.length());
    // Hadoop's paths have no escapes, so that this is no java.net.URI.
    return SCHEME
        + Path.of(path.startsWith("///") ? path.substring(2) : path).toAbsolutePath().normalize();
  }

  static Path path(String uri) {
    return Path.of(uri.substring(SCHEME.length()));
  }
}
