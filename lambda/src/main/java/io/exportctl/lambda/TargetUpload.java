package io.exportctl.lambda;

import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/** Begins, completes and aborts multipart uploads to the target. */
final class TargetUpload {

  private final S3Client s3;
  private final Settings settings;
  private final TargetView view;

  TargetUpload(S3Client s3, Settings settings) {
    this.s3 = s3;
    this.settings = settings;
    this.view = new TargetView(s3, settings);
  }

  TargetView view() {
    return view;
  }

  /**
   * Begins an upload. Unlike CopyObject, an upload copies no metadata, so it is passed explicitly:
   * metadata, headers and tags, but no website redirect.
   *
   * @param source answer of {@link #headSource}
   * @return the upload's id
   */
  String begin(SourceVersion version, HeadObjectResponse source, List<Tag> tags) {
    CreateMultipartUploadRequest.Builder request =
        CreateMultipartUploadRequest.builder()
            .bucket(settings.targetBucket())
            .key(version.key())
            .acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL)
            .checksumAlgorithm(algorithm(version))
            .checksumType(ChecksumType.FULL_OBJECT)
            .metadata(source.metadata())
            .cacheControl(source.cacheControl())
            .contentDisposition(source.contentDisposition())
            .contentEncoding(source.contentEncoding())
            .contentLanguage(source.contentLanguage())
            .contentType(source.contentType())
            .overrideConfiguration(
                it -> {
                  if (source.expiresString() != null) {
                    it.putHeader("Expires", source.expiresString());
                  }
                });
    if (!tags.isEmpty()) {
      request.tagging(Tagging.builder().tagSet(tags).build());
    }
    settings
        .kmsKeyArn()
        .ifPresent(
            key -> request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(key));
    return s3.createMultipartUpload(request.build()).uploadId();
  }

  /**
   * Completes the upload.
   *
   * @param parts all parts, in ascending order
   * @throws MoveStopped if the object is not proven to be complete and equal
   */
  void complete(SourceVersion version, String uploadId, Collection<CompletedPart> parts) {
    CompleteMultipartUploadResponse response;
    try {
      response =
          s3.completeMultipartUpload(
              CompleteMultipartUploadRequest.builder()
                  .bucket(settings.targetBucket())
                  .key(version.key())
                  .uploadId(uploadId)
                  .mpuObjectSize(version.size())
                  .checksumType(ChecksumType.FULL_OBJECT)
                  .multipartUpload(CompletedMultipartUpload.builder().parts(parts).build())
                  .build());
    } catch (S3Exception e) {
      // An earlier attempt or another worker has completed it.
      if (KeyCalls.codeOf(e).equals("NoSuchUpload") && view.holds(version)) {
        return;
      }
      throw e;
    }
    if (response.eTag() == null || response.eTag().isEmpty()) {
      if (view.holds(version)) {
        return;
      }
      throw MoveStopped.failed(
          "CompleteMultipartUpload was answered 200 without an ETag: not proven to be done");
    }
    version
        .checksums()
        .differenceTo(Checksums.of(response))
        .ifPresent(
            difference -> {
              throw MoveStopped.corrupted("the copy differs from the file: " + difference);
            });
    if (view.showsAnother(version, response.versionId())) {
      throw MoveStopped.failed(
          "another version was put at the target after the upload of this one began");
    }
  }

  /** Aborts the upload on a best-effort basis: the receiver pays for its parts. */
  void abort(SourceVersion version, String uploadId) {
    try {
      s3.abortMultipartUpload(
          AbortMultipartUploadRequest.builder()
              .bucket(settings.targetBucket())
              .key(version.key())
              .uploadId(uploadId)
              .build());
    } catch (SdkException e) {
      // Report the original failure; the receiver's lifecycle rule ends the upload.
    }
  }

  /** Reads the version's metadata and headers. */
  HeadObjectResponse headSource(SourceVersion version) {
    return s3.headObject(
        HeadObjectRequest.builder()
            .bucket(settings.exportBucket())
            .key(version.key())
            .versionId(version.versionId())
            .build());
  }

  /**
   * The algorithm of the source's checksum, so that both can be compared; otherwise S3's default.
   */
  private static ChecksumAlgorithm algorithm(SourceVersion version) {
    for (ChecksumAlgorithm own : List.of(ChecksumAlgorithm.CRC32_C, ChecksumAlgorithm.CRC32)) {
      if (version.checksums().byAlgorithm().containsKey(own.toString())) {
        return own;
      }
    }
    return ChecksumAlgorithm.CRC64_NVME;
  }
}
