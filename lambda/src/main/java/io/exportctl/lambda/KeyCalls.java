package io.exportctl.lambda;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * The S3 client for the work on one message. It counts the requests, and remembers the last one for
 * the explanation of a failure. The parts of a large file are copied by several threads; the last
 * request is then any of theirs.
 */
final class KeyCalls extends DelegatingS3Client {

  private static final Map<String, String> PERMISSIONS =
      Map.of(
          "ListObjectVersions", "s3:ListBucketVersions for this prefix",
          "ListObjectsV2", "s3:ListBucket for this prefix",
          "GetObjectTagging", "s3:GetObjectVersionTagging",
          "PutObjectTagging", "s3:PutObjectVersionTagging",
          "ListParts", "s3:ListMultipartUploadParts on the target",
          "DeleteObject", "s3:DeleteObject with s3:if-match");

  /** Operations that create an object or an upload at the target. */
  private static final Set<String> PUTTING =
      Set.of("CopyObject", "CreateMultipartUpload", "CompleteMultipartUpload");

  private final AtomicInteger requests = new AtomicInteger();
  private volatile String operation = "";
  private volatile boolean mayHavePut;
  private volatile Optional<String> putVersion = Optional.empty();

  KeyCalls(S3Client client) {
    super(client);
  }

  /** Number of requests, without the SDK's retries. */
  int requests() {
    return requests.get();
  }

  /**
   * Returns true if an object or an upload was created, or may have been. An answer from 400 to 499
   * is a refusal, unless the SDK had sent the request before.
   */
  boolean mayHavePut() {
    return mayHavePut;
  }

  /**
   * Version id of the last object that was put at the target; empty if the target keeps no
   * versions.
   */
  Optional<String> putVersion() {
    return putVersion;
  }

  /**
   * Describes a failure of the last request: status, code, message, and the permission that it
   * needs.
   */
  String explain(SdkException failure) {
    if (!(failure instanceof AwsServiceException answer)) {
      return "the outcome of %s is unknown: %s".formatted(operation, failure.getMessage());
    }
    String told =
        "%s was answered %d %s: %s"
            .formatted(operation, answer.statusCode(), codeOf(answer), answer.getMessage());
    return answer.statusCode() == 403 && PERMISSIONS.containsKey(operation)
        ? "%s; the function needs %s".formatted(told, PERMISSIONS.get(operation))
        : told;
  }

  /** S3's error code; empty for answers without a body, such as those to HEAD. */
  static String codeOf(AwsServiceException failure) {
    AwsErrorDetails details = failure.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : details.errorCode();
  }

  @Override
  protected <T extends S3Request, R> R invokeOperation(T request, Function<T, R> call) {
    requests.incrementAndGet();
    String name = request.getClass().getSimpleName().replace("Request", "");
    operation = name;
    boolean before = mayHavePut;
    boolean puts = PUTTING.contains(name);
    if (puts) {
      mayHavePut = true;
    }
    try {
      R answer = super.invokeOperation(request, call);
      if (answer instanceof CopyObjectResponse copied) {
        putVersion = Optional.ofNullable(copied.versionId());
      } else if (answer instanceof CompleteMultipartUploadResponse completed) {
        putVersion = Optional.ofNullable(completed.versionId());
      }
      return answer;
    } catch (S3Exception e) {
      if (puts && e.statusCode() < 500 && Integer.valueOf(1).equals(e.numAttempts())) {
        mayHavePut = before;
      }
      throw e;
    }
  }
}
