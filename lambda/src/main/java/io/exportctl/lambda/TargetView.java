package io.exportctl.lambda;

import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Reads the state of the target. Most receivers do not grant that; then nothing is proven and
 * nothing refuted.
 */
final class TargetView {

  private final S3Client s3;
  private final Settings settings;

  TargetView(S3Client s3, Settings settings) {
    this.s3 = s3;
    this.settings = settings;
  }

  /** Returns true if the target provably holds the version's bytes. */
  boolean holds(SourceVersion version) {
    return look(version).filter(there -> isCopy(there, version)).isPresent();
  }

  /**
   * Returns true if the current version of the target is provably not the one that an upload has
   * just created, and has other bytes. In a versioned bucket the upload that began last wins, not
   * the one that ended last. A worker that puts a later version checks the source afterwards, but
   * it may crash before that, and continue this very upload when it comes back.
   *
   * @param made id of the created version; null, or the text {@code null}, if the target keeps no
   *     versions
   */
  boolean showsAnother(SourceVersion version, String made) {
    return made != null
        && !made.equals("null")
        && look(version)
            .filter(there -> !made.equals(there.versionId()) && !isCopy(there, version))
            .isPresent();
  }

  private static boolean isCopy(HeadObjectResponse there, SourceVersion version) {
    return there.contentLength() == version.size()
        && version.checksums().areProvenBy(Checksums.of(there));
  }

  private Optional<HeadObjectResponse> look(SourceVersion version) {
    try {
      return Optional.of(
          s3.headObject(
              HeadObjectRequest.builder()
                  .bucket(settings.targetBucket())
                  .key(version.key())
                  .checksumMode(ChecksumMode.ENABLED)
                  .build()));
    } catch (S3Exception e) {
      return Optional.empty();
    }
  }
}
