package io.exportctl.lambda;

import java.util.Set;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What it means that S3 refuses to copy a version to the target. */
record CopyRefusal(Settings settings) {

  /** States of a KMS key that no later try can get past, until somebody changes the key. */
  private static final Set<String> KEY_UNUSABLE =
      Set.of(
          "KMS.DisabledException",
          "KMS.InvalidKeyUsageException",
          "KMS.InvalidStateException",
          "KMS.KMSInvalidStateException",
          "KMS.NotFoundException");

  /**
   * What S3 answers to a copy from GLACIER or DEEP_ARCHIVE: the one in practice, the other <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">by its
   * documentation</a>.
   */
  private static final Set<String> ARCHIVED =
      Set.of("InvalidObjectState", "ObjectNotInActiveTierError");

  /**
   * Returns only if the version is not there any more, so that nothing was copied.
   *
   * @throws MoveStopped that says what is to be done
   * @throws S3Exception the refusal itself, where it says nothing of its own
   */
  void explain(SourceVersion version, S3Exception e) {
    String code = KeyCalls.codeOf(e);
    if (code.equals("NoSuchBucket")) {
      throw MoveStopped.failed(
          "the target bucket \"%s\" does not exist".formatted(settings.targetBucket()));
    }
    if (code.equals("NoSuchUpload")) {
      throw MoveStopped.failed(
          "the multipart upload was ended by somebody else; the next try begins anew");
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
