package io.exportctl.lambda;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The tag by which a later delivery, after a crash too, finds the multipart upload that was begun
 * for a version.
 *
 * <p>It also tells which version that was: a file that somebody copied within the bucket, tags and
 * all, must not go on with parts of another's bytes. Only a sum of the version's id, since a tag
 * holds 256 characters and the id of an upload takes more than half.
 */
record UploadMark(SourceTags tags) {

  static final String KEY = "exportctl:upload";

  /** The id of the upload, unless none is known or it was begun for another version. */
  Optional<String> read(SourceVersion version) {
    String prefix = sum(version) + ":";
    return tags.ours(version, KEY)
        .filter(value -> value.startsWith(prefix))
        .map(value -> value.substring(prefix.length()));
  }

  /**
   * Puts the id on the version. A mark of delivery stays: else the sweep would add a worker to
   * whoever copies a delivered version once more, and these would begin anew after each other.
   *
   * @return whether a later delivery will find it; a file with ten tags of its owner's has no room
   */
  boolean put(SourceVersion version, String uploadId) {
    try {
      return tags.put(version, KEY, sum(version) + ":" + uploadId, Optional.of(DeliveryMark.KEY));
    } catch (S3Exception e) {
      // The copy does not depend on it.
      return false;
    }
  }

  private static String sum(SourceVersion version) {
    CRC32 sum = new CRC32();
    sum.update(version.versionId().getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(sum.getValue());
  }
}
