package io.exportctl.lambda;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Tag on a version with the id of its multipart upload, by which a later delivery finds the upload,
 * also after a crash.
 *
 * <p>It also identifies the version: a file that was copied within the bucket together with its
 * tags must not continue an upload of other bytes. It holds only a checksum of the version's id,
 * since a tag has at most 256 characters and an upload's id takes more than half of them.
 */
record UploadMark(SourceTags tags) {

  static final String KEY = "exportctl:upload";

  /** Id of the upload; empty if it is unknown or belongs to another version. */
  Optional<String> read(SourceVersion version) {
    String prefix = sum(version) + ":";
    return tags.ours(version, KEY)
        .filter(value -> value.startsWith(prefix))
        .map(value -> value.substring(prefix.length()));
  }

  /**
   * Puts the id on the version. A mark of delivery stays: otherwise the sweep would add a worker to
   * one that copies a delivered version again, and both would start over again and again.
   *
   * @return false if there is no room beside the owner's ten tags, so that later deliveries cannot
   *     find the upload
   */
  boolean put(SourceVersion version, String uploadId) {
    try {
      return tags.put(version, KEY, sum(version) + ":" + uploadId, Optional.of(DeliveryMark.KEY));
    } catch (S3Exception e) {
      // The copy does not depend on the tag.
      return false;
    }
  }

  private static String sum(SourceVersion version) {
    CRC32 sum = new CRC32();
    sum.update(version.versionId().getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(sum.getValue());
  }
}
