package io.exportctl.lambda;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/** The receiver's bucket: copies one version of a file to the same key there, and proves it. */
final class TargetBucket {

  /** CopyObject's limit, in bytes. */
  static final long MAX_SINGLE_COPY = 5L << 30;

  /** States of a KMS key that no later try can get past, until somebody changes the key. */
  private static final Set<String> KEY_UNUSABLE =
      Set.of(
          "KMS.DisabledException",
          "KMS.InvalidKeyUsageException",
          "KMS.InvalidStateException",
          "KMS.KMSInvalidStateException",
          "KMS.NotFoundException");

  private final S3Client s3;
  private final Settings settings;

  TargetBucket(S3Client s3, Settings settings) {
    this.s3 = s3;
    this.settings = settings;
  }

  /**
   * Copies exactly this version.
   *
   * @param replacementTags the tags to write instead of the source's, if it carries one of ours
   * @return false if that version is not there any more; nothing was copied then
   * @throws MoveStopped if the copy is refused, or not proven to be there and equal
   */
  boolean copy(SourceVersion version, Optional<List<Tag>> replacementTags) {
    if (version.size() > MAX_SINGLE_COPY) {
      // MultipartCopy is called here once it exists.
      throw MoveStopped.hopeless(
          "the file has %d bytes: objects over 5 GiB need the multipart copy, which is not there yet"
              .formatted(version.size()));
    }
    try {
      prove(version, s3.copyObject(request(version, replacementTags)).copyObjectResult());
      return true;
    } catch (S3Exception e) {
      return refused(version, e);
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
            // Annotations would need permissions of their own at both ends.
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

  /** S3 may answer 200 and nothing more, and the SDK then reports success: only an ETag counts. */
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

  private boolean refused(SourceVersion version, S3Exception e) {
    String code = KeyCalls.codeOf(e);
    if (code.equals("NoSuchBucket")) {
      throw MoveStopped.failed(
          "the target bucket \"%s\" does not exist".formatted(settings.targetBucket()));
    }
    if (e.statusCode() == 412 || e.statusCode() == 404) {
      return false;
    }
    if (code.equals("InvalidObjectState")) {
      throw MoveStopped.hopeless("the file is archived and must be restored first");
    }
    if (KEY_UNUSABLE.contains(code)) {
      throw MoveStopped.hopeless("a KMS key cannot be used: %s".formatted(e.getMessage()));
    }
    if (e.statusCode() == 403) {
      throw MoveStopped.failed(denied(version, e));
    }
    throw e;
  }

  /** S3 does not say which permission is missing: names all that this copy needed. */
  private String denied(SourceVersion version, S3Exception e) {
    StringBuilder needed = new StringBuilder("s3:PutObject and s3:PutObjectAcl");
    if (version.tagCount() > 0) {
      needed.append(
          ", s3:PutObjectTagging since the file has %d tags".formatted(version.tagCount()));
    }
    settings
        .kmsKeyArn()
        .ifPresent(key -> needed.append(", kms:GenerateDataKey and kms:Decrypt on " + key));
    return "the copy to \"%s\" was denied; the function's role needs there: %s (S3: %s)"
        .formatted(settings.targetBucket(), needed, e.getMessage());
  }
}
