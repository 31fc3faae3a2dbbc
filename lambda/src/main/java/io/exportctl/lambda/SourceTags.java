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

/** The tags of a version in the export bucket: its owner's, and beside them those of ours. */
final class SourceTags {

  /** S3 allows so many tags on an object. */
  static final int MAX_TAGS = 10;

  /** All tags of ours begin so. */
  private static final String OURS = "exportctl:";

  /** The tags of whichever version is current. */
  record Current(String versionId, List<Tag> tags) {}

  private final S3Client s3;
  private final String bucket;

  SourceTags(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** The value of a tag of ours, such as {@code exportctl:delivered}. */
  Optional<String> ours(SourceVersion version, String key) {
    if (version.tagCount() == 0) {
      return Optional.empty();
    }
    return read(version).stream().filter(tag -> tag.key().equals(key)).map(Tag::value).findFirst();
  }

  /** Those that belong to the file, and travel with it to the target. */
  List<Tag> owners(SourceVersion version) {
    return version.tagCount() == 0 ? List.of() : owners(read(version));
  }

  /** The owner's tags alone, if the version has one of ours, which must not travel. */
  Optional<List<Tag>> ownersBesideOurs(SourceVersion version) {
    if (version.tagCount() == 0) {
      return Optional.empty();
    }
    List<Tag> tags = read(version);
    List<Tag> owners = owners(tags);
    return owners.size() == tags.size() ? Optional.empty() : Optional.of(owners);
  }

  /**
   * Puts a tag of ours on exactly this version, next to its owner's; others of ours give way.
   *
   * @param staying the key of one of ours that stays, where there is room for both
   * @return whether there was room for it
   */
  boolean put(SourceVersion version, String key, String value, Optional<String> staying) {
    // Read again, though HEAD told a count: a tag that is not read here would be erased here.
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

  /** Whether a tag of ours has room beside those of the owner's. */
  static boolean haveRoom(List<Tag> tags) {
    return owners(tags).size() < MAX_TAGS;
  }

  /** All tags of the current version; empty if there is no such file. */
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
