package io.exportctl.s3;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * One version of a key; a delete marker if it has no content.
 *
 * @param order the version with the greatest is the newest
 * @param etag with its quotes
 */
public record StoredVersion(
    String key,
    String versionId,
    long order,
    Instant lastModified,
    Optional<Content> content,
    String etag,
    Sum sum,
    Attributes attributes,
    List<Tag> tags) {

  /**
   * Checksum of a version.
   *
   * @param value base64; with the number of parts if it is computed from their checksums
   */
  record Sum(ChecksumAlgorithm algorithm, String value) {

    boolean isComposite() {
      return value.indexOf('-') >= 0;
    }
  }

  public StoredVersion {
    tags = List.copyOf(tags);
  }

  public boolean isData() {
    return content.isPresent();
  }

  /** Text, or name of the virtual bytes. */
  public String body() {
    return content.map(Content::toString).orElse("marker");
  }

  /** Checksum of the version in base64. */
  public String checksum() {
    return sum.value();
  }

  public long size() {
    return content.map(Content::size).orElse(0L);
  }

  /**
   * Refuses a request without the customer-provided key of this version.
   *
   * @param algorithm of the key that the request gives; null if it gives none
   */
  void checkCustomerKey(String algorithm) {
    if (!attributes.get("SSECustomerAlgorithm").equals(Texts.orEmpty(algorithm))) {
      throw Answers.refusal(400, "InvalidRequest", "the version has another encryption");
    }
  }

  StoredVersion withTags(List<Tag> newTags) {
    return new StoredVersion(
        key, versionId, order, lastModified, content, etag, sum, attributes, newTags);
  }

  String storageClass() {
    String given = attributes.get("StorageClass");
    return given.isEmpty() ? "STANDARD" : given;
  }
}
