package io.exportctl.lambda;

import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What can be seen of the receiver's bucket. Most receivers do not let us look; then nothing is
 * proven, and nothing refuted.
 */
final class TargetView {

  private final S3Client s3;
  private final Settings settings;

  TargetView(S3Client s3, Settings settings) {
    this.s3 = s3;
    this.settings = settings;
  }

  /** Whether the target provably has the version's bytes. */
  boolean holds(SourceVersion version) {
    return look(version).filter(there -> isCopy(there, version)).isPresent();
  }

  /**
   * Whether the target provably shows another version than that which an upload has just made, and
   * not the same bytes again. In a bucket with versions the upload that began last counts, not that
   * which ended last. Whoever puts a version later looks what is the newest at the source, but it
   * may crash before it does, and go on with this very upload when it comes back.
   *
   * @param made its id at the target; null, or this word, where the target keeps no versions
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
