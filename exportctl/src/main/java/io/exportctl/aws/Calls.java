package io.exportctl.aws;

import io.exportctl.diagnostic.ExportctlException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Tells the failures of calls apart: a lacking permission, credentials, the network, others. */
final class Calls {

  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;

  private static final Set<String> REFUSALS =
      Set.of(
          "AccessDenied", "AccessDeniedException", "AuthorizationError", "UnauthorizedOperation");

  /** Error codes of credentials that have expired. */
  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");

  /** Error codes of credentials that AWS does not know. */
  private static final Set<String> UNKNOWN =
      Set.of(
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "InvalidToken",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  private Calls() {}

  /**
   * Makes a call.
   *
   * @param action the permission that IAM asks for
   * @throws ExportctlException if AWS cannot be asked at all, or fails
   */
  static <T> Answer<T> ask(String action, Supplier<T> call) {
    try {
      return Answer.of(call.get());
    } catch (AwsServiceException e) {
      String code = code(e);
      if (REFUSALS.contains(code) || (code.isEmpty() && e.statusCode() == FORBIDDEN)) {
        return Answer.refused(action);
      }
      throw failure(action, code, e);
    } catch (SdkClientException e) {
      throw unreachable(e);
    }
  }

  /**
   * Makes a call that nothing can do without.
   *
   * @throws ExportctlException also if the permission is lacking
   */
  static <T> T demand(String action, Supplier<T> call) {
    return ask(action, call).orFail();
  }

  /** Returns true if a failure says that the thing asked for does not exist. */
  static boolean isMissing(AwsServiceException e) {
    return e.statusCode() == 404
        || Set.of(
                "AWS.SimpleQueueService.NonExistentQueue",
                "QueueDoesNotExist",
                "ResourceNotFoundException")
            .contains(code(e));
  }

  private static ExportctlException failure(String action, String code, AwsServiceException e) {
    if (EXPIRED.contains(code)) {
      return new ExportctlException(
          "your AWS credentials have expired; renew them, such as with aws sso login", e);
    }
    if (UNKNOWN.contains(code)) {
      return new ExportctlException(
          "AWS does not know your credentials (" + code + "); check AWS_PROFILE and the keys", e);
    }
    if (e.isThrottlingException() || e.statusCode() == TOO_MANY) {
      return new ExportctlException("AWS is asked too often for " + action + "; wait a minute", e);
    }
    String reason = code.isEmpty() ? "status " + e.statusCode() : code;
    return new ExportctlException(
        "AWS does not answer " + action + " (" + reason + "); try again, or see --stacktrace", e);
  }

  private static ExportctlException unreachable(SdkClientException e) {
    // The SDK has no type of its own for lacking credentials; their provider is in the stack.
    boolean credentials =
        Arrays.stream(e.getStackTrace())
            .anyMatch(frame -> frame.getClassName().contains(".auth.credentials."));
    return credentials
        ? new ExportctlException(
            "there are no AWS credentials; set AWS_PROFILE, or run aws sso login", e)
        : new ExportctlException(
            "AWS cannot be reached (" + cause(e) + "); check the network and the Region", e);
  }

  private static String cause(Throwable e) {
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last.getClass().getSimpleName();
  }

  private static String code(AwsServiceException e) {
    String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    return code == null ? "" : code;
  }
}
