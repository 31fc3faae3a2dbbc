package io.exportctl.lambda;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyPartResult;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/** The requests of a multipart upload to the receiver's bucket. */
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
   * Begins an upload. It carries nothing over by itself: given here is what CopyObject carries, so
   * metadata, headers and tags, and no redirect of a website.
   *
   * @return its id
   */
  String begin(SourceVersion version, List<Tag> tags) {
    HeadObjectResponse source = headSource(version);
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
   * The parts that are there and fit the plan; empty if there is no such upload any more.
   *
   * @return by number
   */
  Optional<Map<Integer, CompletedPart>> parts(
      SourceVersion version, String uploadId, PartPlan plan) {
    Map<Integer, CompletedPart> found = new HashMap<>();
    ListPartsRequest request =
        ListPartsRequest.builder()
            .bucket(settings.targetBucket())
            .key(version.key())
            .uploadId(uploadId)
            .build();
    try {
      for (Part part : s3.listPartsPaginator(request).parts()) {
        int number = part.partNumber();
        if (number <= plan.count() && part.size() == plan.length(number)) {
          found.put(number, completed(part));
        }
      }
      return Optional.of(found);
    } catch (S3Exception e) {
      if (KeyCalls.codeOf(e).equals("NoSuchUpload")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Copies one part of exactly this version. */
  CompletedPart copyPart(SourceVersion version, String uploadId, int number, String range) {
    CopyPartResult result =
        s3.uploadPartCopy(
                UploadPartCopyRequest.builder()
                    .sourceBucket(settings.exportBucket())
                    .sourceKey(version.key())
                    .sourceVersionId(version.versionId())
                    .copySourceIfMatch(version.etag())
                    .copySourceRange(range)
                    .destinationBucket(settings.targetBucket())
                    .destinationKey(version.key())
                    .uploadId(uploadId)
                    .partNumber(number)
                    .build())
            .copyPartResult();
    if (result == null || result.eTag() == null || result.eTag().isEmpty()) {
      throw MoveStopped.failed(
          "UploadPartCopy was answered 200 without an ETag: not proven to be done");
    }
    return CompletedPart.builder()
        .partNumber(number)
        .eTag(result.eTag())
        .checksumCRC32(result.checksumCRC32())
        .checksumCRC32C(result.checksumCRC32C())
        .checksumCRC64NVME(result.checksumCRC64NVME())
        .build();
  }

  /**
   * Makes the parts one object.
   *
   * @param parts all of them, by rising number
   * @throws MoveStopped if that is not proven to be there and equal
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
      // Completed already: by the attempt before this one, or by another worker.
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

  /** Drops the parts, as far as that can be done: the receiver pays for them. */
  void abort(SourceVersion version, String uploadId) {
    try {
      s3.abortMultipartUpload(
          AbortMultipartUploadRequest.builder()
              .bucket(settings.targetBucket())
              .key(version.key())
              .uploadId(uploadId)
              .build());
    } catch (SdkException e) {
      // What led here counts; the receiver's lifecycle rule ends the upload.
    }
  }

  private HeadObjectResponse headSource(SourceVersion version) {
    return s3.headObject(
        HeadObjectRequest.builder()
            .bucket(settings.exportBucket())
            .key(version.key())
            .versionId(version.versionId())
            .checksumMode(ChecksumMode.ENABLED)
            .build());
  }

  /** The one that the source has, so that both can be compared; else S3's own. */
  private static ChecksumAlgorithm algorithm(SourceVersion version) {
    for (ChecksumAlgorithm own : List.of(ChecksumAlgorithm.CRC32_C, ChecksumAlgorithm.CRC32)) {
      if (version.checksums().byAlgorithm().containsKey(own.toString())) {
        return own;
      }
    }
    return ChecksumAlgorithm.CRC64_NVME;
  }

  private static CompletedPart completed(Part part) {
    return CompletedPart.builder()
        .partNumber(part.partNumber())
        .eTag(part.eTag())
        .checksumCRC32(part.checksumCRC32())
        .checksumCRC32C(part.checksumCRC32C())
        .checksumCRC64NVME(part.checksumCRC64NVME())
        .build();
  }
}
