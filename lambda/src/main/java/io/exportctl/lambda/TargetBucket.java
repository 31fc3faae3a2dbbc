package io.exportctl.lambda;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AnnotationDirective;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResult;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/** The receiver's bucket: copies a version of a file to the same key there, and proves the copy. */
final class TargetBucket {

  /** Maximum size of CopyObject in bytes. */
  static final long MAX_SINGLE_COPY = 5L << 30;

  private final S3Client s3;
  private final Settings settings;

  TargetBucket(S3Client s3, Settings settings) {
    this.s3 = s3;
    this.settings = settings;
  }

  /**
   * Copies exactly this version.
   *
   * @param replacementTags tags to write instead of the source's, if the source has a mark
   * @return false if the version is gone; nothing was copied then
   * @throws MoveStopped if the copy is refused, or not proven to be complete and equal
   */
  boolean copy(SourceVersion version, Optional<List<Tag>> replacementTags) {
    try {
      prove(version, s3.copyObject(request(version, replacementTags)).copyObjectResult());
      return true;
    } catch (S3Exception e) {
      new CopyRefusal(settings).explain(version, e);
      return false;
    }
  }

  private CopyObjectRequest request(SourceVersion version, Optional<List<Tag>> replacementTags) {
    CopyObjectRequest.Builder request =
        CopyObjectRequest.builder()
            .sourceBucket(settings.exportBucket())
            .sourceKey(version.key())
            .sourceVersionId(version.versionId())
            .copySourceIfMatch(version.etag())
            .destinationBucket(settings.targetBucket())
            .destinationKey(version.key())
            .acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL)
            .metadataDirective(MetadataDirective.COPY)
            .taggingDirective(TaggingDirective.COPY)
            // Annotations would need additional permissions at both ends.
            .annotationDirective(AnnotationDirective.EXCLUDE);
    replacementTags.ifPresent(
        tags ->
            request
                .taggingDirective(TaggingDirective.REPLACE)
                .tagging(Tagging.builder().tagSet(tags).build()));
    settings
        .kmsKeyArn()
        .ifPresent(
            key -> request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(key));
    return request.build();
  }

  /** Checks the answer: S3 may send 200 with an empty body, which the SDK reports as success. */
  private static void prove(SourceVersion version, CopyObjectResult result) {
    if (result == null || result.eTag() == null || result.eTag().isEmpty()) {
      throw MoveStopped.failed(
          "CopyObject was answered 200 without an ETag: not proven to be done");
    }
    version
        .checksums()
        .differenceTo(Checksums.of(result))
        .ifPresent(
            difference -> {
              throw MoveStopped.corrupted("the copy differs from the file: " + difference);
            });
  }
}
