package io.exportctl.lambda;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyPartResult;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/** Lists and copies the parts of multipart uploads to the target. */
final class TargetParts {

  private final S3Client s3;
  private final Settings settings;

  TargetParts(S3Client s3, Settings settings) {
    this.s3 = s3;
    this.settings = settings;
  }

  /**
   * Lists the uploaded parts that fit the plan; empty if the upload is gone.
   *
   * @return parts by their numbers
   */
  Optional<Map<Integer, CompletedPart>> uploaded(
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
  CompletedPart copy(SourceVersion version, String uploadId, int number, String range) {
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
