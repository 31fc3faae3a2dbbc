package io.exportctl.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;

/** Requests about multipart uploads for tests that run on any S3 server. */
abstract class UploadRequests extends S3Contract {

  /** Minimum size of a part except the last one, in bytes. */
  static final int PART = 5 << 20;

  final String writeTwoParts() {
    return client()
        .putObject(
            it -> it.bucket(EXPORT).key(key).checksumAlgorithm(ChecksumAlgorithm.CRC32),
            RequestBody.fromString("x".repeat(PART) + "rest"))
        .versionId();
  }

  final String begin() {
    return client().createMultipartUpload(it -> plain(it)).uploadId();
  }

  final CreateMultipartUploadRequest.Builder plain(CreateMultipartUploadRequest.Builder it) {
    return it.bucket(TARGET)
        .key(key)
        .checksumAlgorithm(ChecksumAlgorithm.CRC32)
        .checksumType(ChecksumType.FULL_OBJECT);
  }

  final UploadPartCopyRequest.Builder partOf(String id, String version, int number) {
    return UploadPartCopyRequest.builder()
        .sourceBucket(EXPORT)
        .sourceKey(key)
        .sourceVersionId(version)
        .copySourceRange(
            number == 1 ? "bytes=0-" + (PART - 1) : "bytes=%d-%d".formatted(PART, PART + 3))
        .destinationBucket(TARGET)
        .destinationKey(key)
        .uploadId(id)
        .partNumber(number);
  }

  final CompletedPart part(String id, String version, int number) {
    return completed(number, client().uploadPartCopy(partOf(id, version, number).build()));
  }

  static CompletedPart completed(int number, UploadPartCopyResponse copied) {
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(copied.copyPartResult().eTag())
        .checksumCRC32(copied.copyPartResult().checksumCRC32())
        .build();
  }

  final CompleteMultipartUploadRequest.Builder completion(String id, List<CompletedPart> parts) {
    return CompleteMultipartUploadRequest.builder()
        .bucket(TARGET)
        .key(key)
        .uploadId(id)
        .checksumType(ChecksumType.FULL_OBJECT)
        .multipartUpload(it -> it.parts(parts));
  }

  final CompleteMultipartUploadResponse complete(String id, List<CompletedPart> parts) {
    return client().completeMultipartUpload(completion(id, parts).build());
  }

  static void assertCode(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
  }
}
