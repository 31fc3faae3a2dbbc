package io.exportctl.lambda;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * Follows S3 to a bucket's Region: sends a request there when the answer names it (301 with
 * x-amz-bucket-region), and all later ones at once. CopyObject goes to the target's Region: so it
 * takes one request more per start of the function, no configuration, and nothing at all while both
 * buckets are in one Region.
 *
 * <p>The SDK's cross-Region access does the same, but makes its own configuration anew for each
 * request: a tenth of the processor time.
 */
final class RedirectedCalls extends DelegatingS3Client {

  private static final String REGION = "x-amz-bucket-region";

  /**
   * What a request to another Region is answered with: see <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">error responses</a>,
   * PermanentRedirect, TemporaryRedirect and AuthorizationHeaderMalformed. Others name the Region
   * as well, and are answers.
   */
  private static final Set<Integer> ELSEWHERE = Set.of(301, 307, 400);

  private final Endpoints endpoints;

  RedirectedCalls(S3Client client, Endpoints endpoints) {
    super(client);
    this.endpoints = endpoints;
  }

  @Override
  protected <T extends S3Request, R> R invokeOperation(T request, Function<T, R> operation) {
    try {
      return operation.apply(request);
    } catch (S3Exception e) {
      Optional<String> region = region(e);
      Optional<String> bucket = request.getValueForField("Bucket", String.class);
      if (region.isEmpty() || bucket.isEmpty()) {
        throw e;
      }
      endpoints.move(bucket.get(), Region.of(region.get()));
      return operation.apply(request);
    }
  }

  private static Optional<String> region(S3Exception failure) {
    return Optional.ofNullable(failure.awsErrorDetails())
        .filter(details -> ELSEWHERE.contains(failure.statusCode()))
        .map(AwsErrorDetails::sdkHttpResponse)
        .flatMap(response -> response.firstMatchingHeader(REGION));
  }
}
