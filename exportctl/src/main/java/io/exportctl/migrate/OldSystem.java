package io.exportctl.migrate;

import io.exportctl.dataset.DatasetFile;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names used by the system that exportctl replaces, <a
 * href="https://github.com/moj-analytical-services/data-engineering-exports">
 * data-engineering-exports</a>.
 */
final class OldSystem {

  static final String PULL_BUCKET_PREFIX = "mojap-";
  static final String EXPORT_BUCKET = "mojap-hub-exports";

  /** Extension of the only files that it read. */
  static final String SUFFIX = ".yaml";

  private OldSystem() {}

  /** Proposes a new name from the old names and the file's name. */
  static Optional<String> newName(Stream<String> oldNames) {
    return oldNames
        .map(name -> name.replaceFirst("(?i)\\.ya?ml$", ""))
        .map(name -> name.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_'))
        .filter(DatasetFile::isName)
        .findFirst();
  }
}
