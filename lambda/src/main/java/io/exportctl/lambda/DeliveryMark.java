package io.exportctl.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * The tag by which a version that stays in the export bucket is known to be delivered.
 *
 * <p>Its value is the version's id: a file that somebody copied within the bucket, tags and all,
 * has another id and is not taken for delivered.
 */
final class DeliveryMark {

  /** S3 allows so many tags on an object. */
  static final int MAX_TAGS = 10;

  static final String KEY = "exportctl:delivered";

  /** All tags of ours begin so; those of other purposes (a multipart copy's id) will too. */
  private static final String OURS = "exportctl:";

  private final S3Client s3;
  private final String bucket;

  DeliveryMark(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  boolean isOn(SourceVersion version) {
    return version.tagCount() > 0 && read(version).contains(markOf(version));
  }

  /**
   * Marks exactly this version, next to its owner's tags.
   *
   * @return whether there was room for the mark
   */
  boolean put(SourceVersion version) {
    // Read again, though HEAD told a count: a tag that is not read here would be erased here.
    List<Tag> tags = new ArrayList<>(ownersTags(read(version)));
    if (tags.size() >= MAX_TAGS) {
      return false;
    }
    tags.add(markOf(version));
    s3.putObjectTagging(
        PutObjectTaggingRequest.builder()
            .bucket(bucket)
            .key(version.key())
            .versionId(version.versionId())
            .tagging(tagging -> tagging.tagSet(tags))
            .build());
    return true;
  }

  /**
   * The owner's tags alone, if the version has one of ours, which must not travel to the target.
   */
  Optional<List<Tag>> tagsWithoutMark(SourceVersion version) {
    if (version.tagCount() == 0) {
      return Optional.empty();
    }
    List<Tag> tags = read(version);
    List<Tag> owners = ownersTags(tags);
    return owners.size() == tags.size() ? Optional.empty() : Optional.of(owners);
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

  private static List<Tag> ownersTags(List<Tag> tags) {
    return tags.stream().filter(tag -> !tag.key().startsWith(OURS)).toList();
  }

  private static Tag markOf(SourceVersion version) {
    return Tag.builder().key(KEY).value(version.versionId()).build();
  }
}
