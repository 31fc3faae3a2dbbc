package io.exportctl.s3;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;

/** Requests about one object in one bucket. */
record Objects(State state) {

  private static final int MAX_TAGS = 10;
  private static final String DEFAULT_TYPE = "binary/octet-stream";
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

  /** A part of an object, given by a range. */
  record Range(long first, long last) {

    long length() {
      return last - first + 1;
    }

    static Range parse(String text, long size) {
      Matcher range = RANGE.matcher(text);
      if (!range.matches()) {
        return new Range(0, size - 1);
      }
      if (range.group(1).isEmpty()) {
        return new Range(Math.max(0, size - Long.parseLong(range.group(2))), size - 1);
      }
      long last = range.group(2).isEmpty() ? size - 1 : Long.parseLong(range.group(2));
      return new Range(Long.parseLong(range.group(1)), last);
    }
  }

  HeadObjectResponse head(HeadObjectRequest request) {
    Bucket bucket = state.bucket(request.bucket());
    StoredVersion found = bucket.read(request.key(), request.versionId());
    found.checkCustomerKey(request.sseCustomerAlgorithm());
    if (request.checksumMode() == ChecksumMode.ENABLED) {
      bucket.checkKey();
    }
    Bucket.matches(found, request.ifMatch());
    HeadObjectResponse.Builder answer =
        found
            .attributes()
            .tell(HeadObjectResponse.builder().contentType(DEFAULT_TYPE))
            .versionId(State.told(bucket, found.versionId()))
            .eTag(found.etag())
            .contentLength(found.size())
            .acceptRanges("bytes")
            .lastModified(found.lastModified())
            .tagCount(found.tags().isEmpty() ? null : found.tags().size());
    if (request.checksumMode() == ChecksumMode.ENABLED) {
      State.tell(found.sum(), answer);
    }
    return answer.build();
  }

  /** Bytes of an object and the answer's headers. */
  record Found(GetObjectResponse response, Content content) {}

  Found get(GetObjectRequest request) {
    Bucket bucket = state.bucket(request.bucket());
    StoredVersion found = bucket.read(request.key(), request.versionId());
    found.checkCustomerKey(request.sseCustomerAlgorithm());
    bucket.checkKey();
    Bucket.matches(found, request.ifMatch());
    Content content = found.content().orElseThrow();
    GetObjectResponse.Builder answer =
        found
            .attributes()
            .tell(GetObjectResponse.builder().contentType(DEFAULT_TYPE))
            .versionId(State.told(bucket, found.versionId()))
            .eTag(found.etag())
            .acceptRanges("bytes")
            .lastModified(found.lastModified())
            .tagCount(found.tags().isEmpty() ? null : found.tags().size());
    if (request.range() != null) {
      Range range = Range.parse(request.range(), content.size());
      if (range.first() >= content.size()) {
        throw Answers.refusal(416, "InvalidRange");
      }
      Range cut = new Range(range.first(), Math.min(range.last(), content.size() - 1));
      answer.contentRange("bytes %d-%d/%d".formatted(cut.first(), cut.last(), content.size()));
      content = content.slice(cut.first(), cut.length());
    } else if (request.checksumMode() == ChecksumMode.ENABLED) {
      State.tell(found.sum(), answer);
    }
    return new Found(answer.contentLength(content.size()).build(), content);
  }

  PutObjectResponse put(PutObjectRequest request, Content content) {
    Bucket bucket = state.bucket(request.bucket());
    bucket.check(request.key(), request.ifMatch(), request.ifNoneMatch());
    State.checkSums(request, content);
    StoredVersion added =
        state.add(
            bucket,
            request.key(),
            content,
            State.algorithm(request),
            Attributes.of(request),
            Attributes.tags(request.tagging()));
    return State.tell(added.sum(), PutObjectResponse.builder())
        .eTag(added.etag())
        .size(added.size())
        .versionId(State.told(bucket, added.versionId()))
        .build();
  }

  DeleteObjectResponse delete(DeleteObjectRequest request) {
    Bucket bucket = state.bucket(request.bucket());
    if (bucket.deletesGuarded && (request.versionId() != null || request.ifMatch() == null)) {
      throw Answers.refusal(403, "AccessDenied", "the role allows conditional deletes only");
    }
    bucket.check(request.key(), request.ifMatch(), null);
    DeleteObjectResponse.Builder answer = DeleteObjectResponse.builder();
    if (request.versionId() != null) {
      bucket.remove(request.key(), request.versionId());
      return answer.versionId(request.versionId()).build();
    }
    if (bucket.versioning == Bucket.Versioning.NEVER) {
      bucket.remove(request.key(), "null");
      return answer.build();
    }
    StoredVersion marker = state.mark(bucket, request.key());
    return answer.deleteMarker(true).versionId(marker.versionId()).build();
  }

  GetObjectTaggingResponse tags(GetObjectTaggingRequest request) {
    Bucket bucket = state.bucket(request.bucket());
    StoredVersion found = bucket.read(request.key(), request.versionId());
    return GetObjectTaggingResponse.builder()
        .versionId(State.told(bucket, found.versionId()))
        .tagSet(found.tags())
        .build();
  }

  PutObjectTaggingResponse tag(PutObjectTaggingRequest request) {
    Bucket bucket = state.bucket(request.bucket());
    StoredVersion found = bucket.read(request.key(), request.versionId());
    if (request.tagging().tagSet().size() > MAX_TAGS) {
      throw Answers.refusal(400, "BadRequest", "Object tags cannot be greater than 10");
    }
    bucket.replace(found, found.withTags(List.copyOf(request.tagging().tagSet())));
    return PutObjectTaggingResponse.builder()
        .versionId(State.told(bucket, found.versionId()))
        .build();
  }
}
