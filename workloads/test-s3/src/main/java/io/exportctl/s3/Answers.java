package io.exportctl.s3;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Refusals of S3. */
public final class Answers {

  private Answers() {}

  /** Creates an error answer. The code is empty for HEAD, whose answers have no body. */
  public static S3Exception refusal(int status, String code) {
    return refusal(status, code, "told by S3");
  }

  static S3Exception refusal(int status, String code, String message) {
    return (S3Exception)
        S3Exception.builder()
            .statusCode(status)
            .message(message)
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
            .build();
  }
}
