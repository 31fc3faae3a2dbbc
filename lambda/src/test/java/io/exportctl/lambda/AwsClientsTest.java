package io.exportctl.lambda;

import static io.exportctl.s3.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;

class AwsClientsTest {

  private static final int TRIES = 50; // the pauses are random

  @Test
  void aThrottledCallHoldsUpItsBatchForATenthOfASecondAtMost() {
    assertThat(Stream.generate(AwsClientsTest::firstPause).limit(TRIES))
        .allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofMillis(100)));
  }

  private static Duration firstPause() {
    RetryStrategy retries = AwsClients.retries();
    RetryToken token =
        retries.acquireInitialToken(AcquireInitialTokenRequest.create("test")).token();
    return retries
        .refreshRetryToken(
            RefreshRetryTokenRequest.builder()
                .token(token)
                .failure(refusal(503, "SlowDown"))
                .build())
        .delay();
  }
}
