package io.exportctl.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/** Tags of a version in the export bucket: its owner's, and our marks. */
final class SourceTags {

  /** Maximum number of tags per S3 object. */
  static final int MAX_TAGS = 10;

  /** Prefix of our tags' keys. */
  private static final String OURS = "exportctl:";

  /** Tags of the current version. */
  record Current(String versionId, List<Tag> tags) {}

  private final S3Client s3;
  private final String bucket;

  SourceTags(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** Value of one of our tags, such as {@code exportctl:delivered}. */
  Optional<String> ours(SourceVersion version, String key) {
    if (version.tagCount() == 0) {
      return Optional.empty();
    }
    return read(version).stream().filter(tag -> tag.key().equals(key)).map(Tag::value).findFirst();
  }

  /** Tags of the file's owner, which are copied to the target. */
  List<Tag> owners(SourceVersion version) {
    return version.tagCount() == 0 ? List.of() : owners(read(version));
  }

  /** The owner's tags; empty if the version has none of ours, so that all tags can be copied. */
  Optional<List<Tag>> ownersBesideOurs(SourceVersion version) {
    if (version.tagCount() == 0) {
      return Optional.empty();
    }
    List<Tag> tags = read(version);
    List<Tag> owners = owners(tags);
    return owners.size() == tags.size() ? Optional.empty() : Optional.of(owners);
  }

  /**
   * Puts one of our tags on exactly this version, beside its owner's tags, in place of our others.
   *
   * @param staying key of another tag of ours that stays if there is room for both
   * @return false if there is no room for the tag
   */
  boolean put(SourceVersion version, String key, String value, Optional<String> staying) {
    // Read the tags even if HEAD counted none: a tag that is not read here would be erased.
    List<Tag> there = read(version);
    List<Tag> tags = new ArrayList<>(owners(there));
    if (!haveRoom(there)) {
      return false;
    }
    if (tags.size() < MAX_TAGS - 1) {
      there.stream().filter(tag -> staying.equals(Optional.of(tag.key()))).forEach(tags::add);
    }
    tags.add(Tag.builder().key(key).value(value).build());
    s3.putObjectTagging(
        PutObjectTaggingRequest.builder()
            .bucket(bucket)
            .key(version.key())
            .versionId(version.versionId())
            .tagging(tagging -> tagging.tagSet(tags))
            .build());
    return true;
  }

  /** Returns true if there is room for one of our tags beside the owner's. */
  static boolean haveRoom(List<Tag> tags) {
    return owners(tags).size() < MAX_TAGS;
  }

  /** Tags of the current version; empty if the file is gone. */
  Optional<Current> current(String key) {
    try {
      GetObjectTaggingResponse response =
          s3.getObjectTagging(GetObjectTaggingRequest.builder().bucket(bucket).key(key).build());
      return Optional.of(new Current(response.versionId(), response.tagSet()));
    } catch (S3Exception e) {
      // 405 is S3's answer to a delete marker.
      if (e.statusCode() == 404 || e.statusCode() == 405) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private List<Tag> read(SourceVersion version) {
    return s3.getObjectTagging(
            GetObjectTaggingRequest.builder()
                .bucket(bucket)
                .key(version.key())
                .versionId(version.versionId())
                .build())
        .tagSet();
  }

  private static List<Tag> owners(List<Tag> tags) {
    return tags.stream().filter(tag -> !tag.key().startsWith(OURS)).toList();
  }
}
