package io.exportctl.migrate;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.yaml.YamlDocument;
import java.util.List;
import java.util.stream.Stream;

/** Checks that {@code platform.yaml} keeps the buckets of the migrated datasets. */
final class OldPlatform {

  private OldPlatform() {}

  static List<Diagnostic> compare(
      YamlDocument document, Platform platform, List<MigratedFile> migrated) {
    boolean ownBuckets = migrated.stream().anyMatch(file -> file.hasOwnBucket());
    boolean exportBucket = migrated.stream().anyMatch(file -> !file.hasOwnBucket());
    return Stream.of(
            ownBuckets
                ? differs(
                    document,
                    "pull_bucket_prefix",
                    platform.pullBucketPrefix(),
                    OldSystem.PULL_BUCKET_PREFIX)
                : Stream.<Diagnostic>empty(),
            exportBucket
                ? differs(
                    document, "export_bucket", platform.exportBucket(), OldSystem.EXPORT_BUCKET)
                : Stream.<Diagnostic>empty())
        .flatMap(found -> found)
        .toList();
  }

  private static Stream<Diagnostic> differs(
      YamlDocument document, String key, String value, String old) {
    return document.text(key).stream()
        .filter(scalar -> !value.equals(old))
        .map(
            scalar ->
                Diagnostic.of(
                        document.location(scalar),
                        RuleId.INVALID_VALUE,
                        quote(value)
                            + " names other buckets than "
                            + quote(old)
                            + " of the older system")
                    .withHelp("write " + old + ", so that the datasets keep their buckets"));
  }
}
