package io.exportctl.s3;

import java.util.List;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResult;
import software.amazon.awssdk.services.s3.model.CopyPartResult;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;

/** CopyObject and UploadPartCopy. */
record Copies(State state, Uploads uploads) {

  /** Maximum number of bytes of one copy. */
  private static final long LARGEST = 5L << 30;

  CopyObjectResponse copy(CopyObjectRequest request) {
    Bucket target = state.bucket(request.destinationBucket());
    Bucket bucket = state.bucket(request.sourceBucket());
    StoredVersion source = bucket.read(request.sourceKey(), request.sourceVersionId());
    source.checkCustomerKey(request.copySourceSSECustomerAlgorithm());
    bucket.checkKey();
    Bucket.matches(source, request.copySourceIfMatch());
    if (source.size() > LARGEST) {
      throw Answers.refusal(
          400, "InvalidRequest", "The specified copy source is larger than the maximum allowed");
    }
    target.check(request.destinationKey(), request.ifMatch(), request.ifNoneMatch());
    Attributes attributes =
        request.metadataDirective() == MetadataDirective.REPLACE
            ? Attributes.of(request)
            : source.attributes().carriedBy(request);
    List<Tag> tags =
        request.taggingDirective() == TaggingDirective.REPLACE
            ? Attributes.tags(request.tagging())
            : source.tags();
    ChecksumAlgorithm algorithm =
        request.checksumAlgorithm() == null
            ? source.sum().algorithm()
            : request.checksumAlgorithm();
    StoredVersion copy =
        state.add(
            target,
            request.destinationKey(),
            source.content().orElseThrow(),
            algorithm,
            attributes,
            tags);
    return CopyObjectResponse.builder()
        .versionId(State.told(target, copy.versionId()))
        .copySourceVersionId(State.told(bucket, source.versionId()))
        .copyObjectResult(
            State.tell(copy.sum(), CopyObjectResult.builder())
                .eTag(copy.etag())
                .lastModified(copy.lastModified())
                .build())
        .build();
  }

  UploadPartCopyResponse copyPart(UploadPartCopyRequest request) {
    Upload upload = uploads.find(request.destinationBucket(), request.uploadId());
    Bucket bucket = state.bucket(request.sourceBucket());
    StoredVersion source = bucket.read(request.sourceKey(), request.sourceVersionId());
    source.checkCustomerKey(request.copySourceSSECustomerAlgorithm());
    bucket.checkKey();
    Bucket.matches(source, request.copySourceIfMatch());
    Content content = source.content().orElseThrow();
    if (request.copySourceRange() != null) {
      Objects.Range range = Objects.Range.parse(request.copySourceRange(), content.size());
      if (range.last() >= content.size() || range.first() > range.last()) {
        throw Answers.refusal(416, "InvalidRange");
      }
      content = content.slice(range.first(), range.length());
    }
    if (content.size() > LARGEST) {
      throw Answers.refusal(400, "EntityTooLarge");
    }
    uploads.put(upload, request.partNumber(), content);
    return UploadPartCopyResponse.builder()
        .copySourceVersionId(State.told(bucket, source.versionId()))
        .copyPartResult(
            State.tell(Uploads.sum(upload, content), CopyPartResult.builder())
                .eTag(Upload.etag(content))
                .lastModified(state.clock.instant())
                .build())
        .build();
  }
}
