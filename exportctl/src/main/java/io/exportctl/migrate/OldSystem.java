package io.exportctl.migrate;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the system that this one replaces called its things: <a
 * href="https://github.com/moj-analytical-services/data-engineering-exports">
 * data-engineering-exports</a>.
 */
final class OldSystem {

  static final String PULL_BUCKET_PREFIX = "mojap-";
  static final String EXPORT_BUCKET = "mojap-hub-exports";

  /** The only files that it read. */
  static final String SUFFIX = ".yaml";

  private OldSystem() {}

  /** The folder, in its repository, of the datasets of a kind. */
  static String folder(DatasetKind kind) {
    return kind.id() + "_datasets";
  }

  /** What a dataset may be called that was called so, or had such a file. */
  static Optional<String> newName(Stream<String> oldNames) {
    return oldNames
        .map(name -> name.replaceFirst("(?i)\\.ya?ml$", ""))
        .map(name -> name.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_'))
        .filter(DatasetFile::isName)
        .findFirst();
  }

  /** Whether what AWS knows by the old name keeps its own under the new one. */
  static boolean keepsAwsNames(DatasetKind kind, String old, String name, Platform platform) {
    return kind.bucket(name, platform).isPresent()
        ? bucketPart(old).equals(bucketPart(name))
        : old.equals(name);
  }

  /** The keys of a dataset that are true or false. */
  static List<String> switches(boolean hasOwnBucket) {
    return hasOwnBucket ? List.of("allow_push", "bucket_versioning") : List.of("keep_files");
  }

  /** Names of buckets hold no underscores, then as now. */
  private static String bucketPart(String name) {
    return name.replace('_', '-');
  }
}
