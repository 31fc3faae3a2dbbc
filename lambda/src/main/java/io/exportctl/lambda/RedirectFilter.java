package io.exportctl.lambda;

import java.util.Set;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;

/**
 * Restricts the SDK's cross-Region access to redirects.
 *
 * <p>The SDK treats every refusal that names the bucket's Region as a redirect, and sends the
 * request again. S3 names the Region in a 403 or a 412 as well. Repeating those is useless, and the
 * exception of the second request no longer tells how often the first one was attempted, which
 * {@link KeyCalls#mayHavePut} depends on. HeadBucket, with which the SDK looks a Region up, is left
 * as it is.
 */
final class RedirectFilter implements ExecutionInterceptor {

  private static final String REGION = "x-amz-bucket-region";

  /**
   * PermanentRedirect, TemporaryRedirect and AuthorizationHeaderMalformed: see <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">error responses</a>.
   */
  private static final Set<Integer> REDIRECTS = Set.of(301, 307, 400);

  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    SdkHttpResponse response = context.httpResponse();
    return REDIRECTS.contains(response.statusCode())
            || context.request() instanceof HeadBucketRequest
        ? response
        : response.toBuilder().removeHeader(REGION).build();
  }
}
