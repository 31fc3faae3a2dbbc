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
 * The S3 client for the work on one message. It adds the expected owners of the buckets to each
 * request, counts the requests, and remembers the last one for the explanation of a failure. The
 * parts of a large file are copied by several threads; the last request is then any of theirs.
 */
final class KeyCalls extends DelegatingS3Client {

  /** Ending of an operation's name if the request names a version, which has its own permission. */
  private static final String OF_VERSION = " of a version";

  private static final Map<String, String> PERMISSIONS =
      Map.of(
          "ListObjectVersions",
          "s3:ListBucketVersions for this prefix",
          "ListObjectsV2",
          "s3:ListBucket for this prefix",
          "GetObjectTagging",
          "s3:GetObjectTagging",
          "GetObjectTagging" + OF_VERSION,
          "s3:GetObjectVersionTagging",
          "PutObjectTagging" + OF_VERSION,
          "s3:PutObjectVersionTagging",
          "HeadObject" + OF_VERSION,
          "s3:GetObjectVersion",
          "ListParts",
          "s3:ListMultipartUploadParts on the target",
          "DeleteObject",
          "s3:DeleteObject with s3:if-match");

  /** Operations that create an object or an upload at the target. */
  private static final Set<String> PUTTING =
      Set.of("CopyObject", "CreateMultipartUpload", "CompleteMultipartUpload");

  private final BucketOwners owners;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile String operation = "";
  private volatile boolean ofVersion;
  private volatile boolean mayHavePut;
  private boolean stopped;
  private volatile Optional<String> putVersion = Optional.empty();

  KeyCalls(S3Client client, Settings settings) {
    super(client);
    this.owners = new BucketOwners(settings);
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
   * Forbids requests that could put something at the target, since the message has been settled.
   * After this, {@link #mayHavePut} no longer becomes true.
   */
  synchronized void stop() {
    stopped = true;
  }

  private synchronized void beginPut() {
    if (stopped) {
      throw MoveStopped.failed("the message has been settled");
    }
    mayHavePut = true;
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
    String permission = PERMISSIONS.get(operation + (ofVersion ? OF_VERSION : ""));
    return answer.statusCode() == 403 && permission != null
        ? "%s; the function needs %s".formatted(told, permission)
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
    ofVersion = request.getValueForField("VersionId", String.class).isPresent();
    boolean before = mayHavePut;
    boolean puts = PUTTING.contains(name);
    if (puts) {
      beginPut();
    }
    try {
      R answer = super.invokeOperation(owners.expectedBy(request), call);
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
