package io.exportctl.lambda;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bucket that files are moved from. Deletes are always conditional. */
final class ExportBucket {

  /** Answer to HEAD. */
  sealed interface Look {
    record Found(SourceVersion version) implements Look {}

    /** Answered 400, 403 or 404; the list of versions decides what that means. */
    record Refused(int status) implements Look {

      /**
       * Explains the answer for a version that the list shows.
       *
       * @throws MoveStopped unless the version was written after the answer
       */
      void explain() {
        switch (status) {
          case 400 ->
              throw MoveStopped.hopeless(
                  "the file cannot be read: HeadObject was answered 400 twice, as for a file that is"
                      + " encrypted with a customer-provided key (SSE-C)");
          case 403 ->
              throw MoveStopped.failed(
                  "HeadObject was denied; the function needs s3:GetObject and s3:GetObjectVersion,"
                      + " and kms:Decrypt if a KMS key encrypts the file");
          default -> {}
        }
      }
    }
  }

  /** Answer to a conditional delete. */
  enum Deletion {
    DELETED,
    /** Deleted, but not recoverable: versioning is suspended. */
    DELETED_FOR_GOOD,
    /** 409: another request was changing the key. */
    BUSY,
    /** 412 or 404: the current version is not the copied one. */
    CHANGED,
    /** 403; also S3's answer for a missing key to callers who may not list the bucket. */
    DENIED
  }

  private final S3Client s3;
  private final String bucket;

  ExportBucket(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  Look current(String key) {
    return look(HeadObjectRequest.builder().key(key));
  }

  Look version(String key, String versionId) {
    return look(HeadObjectRequest.builder().key(key).versionId(versionId));
  }

  ObjectVersions versions(String key) {
    return ObjectVersions.list(s3, bucket, key);
  }

  /** Puts a delete marker on the key if the current version has this version's ETag. */
  Deletion delete(SourceVersion version) {
    try {
      // Never pass a version id: that would destroy the bytes.
      DeleteObjectResponse response =
          s3.deleteObject(
              DeleteObjectRequest.builder()
                  .bucket(bucket)
                  .key(version.key())
                  .ifMatch(version.etag())
                  .build());
      return "null".equals(response.versionId()) ? Deletion.DELETED_FOR_GOOD : Deletion.DELETED;
    } catch (S3Exception e) {
      return switch (e.statusCode()) {
        case 403 -> Deletion.DENIED;
        case 404, 412 -> Deletion.CHANGED;
        case 409 -> Deletion.BUSY;
        default -> throw e;
      };
    }
  }

  private Look look(HeadObjectRequest.Builder request) {
    Look look = look(request.bucket(bucket).checksumMode(ChecksumMode.ENABLED).build());
    // S3 decrypts a file to tell its checksum, and answers 400 if the KMS key cannot be used. HEAD
    // has no body to name the cause; without the checksum it succeeds, and the copy names it.
    return look.equals(new Look.Refused(400))
        ? look(request.checksumMode((ChecksumMode) null).build())
        : look;
  }

  private Look look(HeadObjectRequest request) {
    try {
      return new Look.Found(versionOf(request.key(), s3.headObject(request)));
    } catch (S3Exception e) {
      return switch (e.statusCode()) {
        case 400, 403, 404 -> new Look.Refused(e.statusCode());
        default -> throw e;
      };
    }
  }

  private static SourceVersion versionOf(String key, HeadObjectResponse head) {
    if (head.versionId() == null) {
      throw MoveStopped.hopeless(
          "the export bucket is not versioned: deleting a file would destroy its only copy");
    }
    if (head.eTag() == null || head.contentLength() == null) {
      throw MoveStopped.failed("HeadObject was answered without an ETag or a length");
    }
    return new SourceVersion(
        key,
        head.versionId(),
        head.eTag(),
        head.contentLength(),
        head.tagCount() == null ? 0 : head.tagCount(),
        Checksums.of(head));
  }
}
