package io.exportctl.lambda;

import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * Expected owners of the buckets: S3 answers 403 if a bucket belongs to another account. A bucket's
 * name is free once the bucket is deleted, and another account may take it. See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html">bucket
 * owner condition</a>.
 */
record BucketOwners(Settings settings) {

  /** Returns the request with the expected owners of all buckets that it names. */
  <T extends S3Request> T expectedBy(T request) {
    S3Request.Builder builder = request.toBuilder();
    SdkPojo fields = (SdkPojo) builder;
    for (SdkField<?> field : fields.sdkFields()) {
      switch (field.memberName()) {
        case "ExpectedBucketOwner" ->
            ownerOf(request, "Bucket")
                .or(() -> ownerOf(request, "DestinationBucket"))
                .ifPresent(owner -> field.set(fields, owner));
        case "ExpectedSourceBucketOwner" ->
            ownerOf(request, "SourceBucket").ifPresent(owner -> field.set(fields, owner));
        default -> {}
      }
    }
    @SuppressWarnings("unchecked") // a builder builds the type that it comes from
    T expecting = (T) builder.build();
    return expecting;
  }

  private Optional<String> ownerOf(S3Request request, String field) {
    Optional<String> bucket = request.getValueForField(field, String.class);
    if (bucket.equals(Optional.of(settings.exportBucket()))) {
      return settings.exportAccount();
    }
    return bucket.filter(settings.targetBucket()::equals).flatMap(it -> settings.targetAccount());
  }
}
