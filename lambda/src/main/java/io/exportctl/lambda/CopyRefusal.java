package io.exportctl.lambda;

import java.util.Set;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Explains S3's refusal to copy a version to the target. */
record CopyRefusal(Settings settings) {

  /** Error codes of KMS that stay until somebody changes the key. */
  private static final Set<String> KEY_UNUSABLE =
      Set.of(
          "KMS.DisabledException",
          "KMS.InvalidKeyUsageException",
          "KMS.InvalidStateException",
          "KMS.KMSInvalidStateException",
          "KMS.NotFoundException");

  /**
   * Error codes for a copy from GLACIER or DEEP_ARCHIVE: the first in practice, the second by <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">the
   * documentation</a>.
   */
  private static final Set<String> ARCHIVED =
      Set.of("InvalidObjectState", "ObjectNotInActiveTierError");

  /**
   * Throws for every refusal, except if the version is gone, so that nothing was copied.
   *
   * @throws MoveStopped with the outcome of the move
   * @throws S3Exception the refusal itself, if it needs no explanation
   */
  void explain(SourceVersion version, S3Exception e) {
    String code = KeyCalls.codeOf(e);
    if (code.equals("NoSuchBucket")) {
      throw MoveStopped.failed(
          "the target bucket \"%s\" does not exist".formatted(settings.targetBucket()));
    }
    if (code.equals("NoSuchUpload")) {
      throw MoveStopped.failed(
          "the multipart upload was ended by somebody else; the next attempt starts again");
    }
    if (e.statusCode() == 412 || e.statusCode() == 404) {
      return;
    }
    if (ARCHIVED.contains(code)) {
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

  /** Names all that this copy needs, as S3 does not name what is missing. */
  private String denied(SourceVersion version, S3Exception e) {
    StringBuilder needed = new StringBuilder("s3:PutObject and s3:PutObjectAcl");
    if (version.tagCount() > 0) {
      needed.append(
          ", s3:PutObjectTagging since the file has %d tags".formatted(version.tagCount()));
    }
    settings
        .kmsKeyArn()
        .ifPresent(key -> needed.append(", kms:GenerateDataKey and kms:Decrypt on " + key));
    return "the copy to \"%s\" was denied; the function's role needs there: %s; the bucket must %s (S3: %s)"
        .formatted(settings.targetBucket(), needed, conditions(), e.getMessage());
  }

  /** Conditions on the bucket itself; S3's answer is the same if one of them is not met. */
  private String conditions() {
    String owner =
        settings.targetAccount().map(it -> "belong to account %s, ".formatted(it)).orElse("");
    String encryption =
        settings.kmsKeyArn().isPresent()
            ? "with encryption aws:kms"
            : "without an encryption header";
    return owner + "accept files %s, and not be Requester Pays".formatted(encryption);
  }
}
