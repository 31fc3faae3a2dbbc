package io.exportctl.lambda;

import static io.exportctl.lambda.s3.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.lambda.s3.FaultS3;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

class AwsClientsTest {

  private static final String KEY = "new_project/file.csv";
  private static final int TRIES = 50; // the pauses are drawn by lot

  @Test
  void aThrottledCallHoldsUpItsBatchForATenthOfASecondAtMost() {
    assertThat(Stream.generate(AwsClientsTest::firstPause).limit(TRIES))
        .allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofMillis(100)));
  }

  @Test
  void readsTheDatesOfListsAndNoOther() {
    FaultS3 s3 = FaultS3.create();
    s3.write(KEY, "text");
    try (Wire wire = Wire.to(s3)) {
      HeadObjectResponse head = wire.client().headObject(it -> it.bucket(FaultS3.EXPORT).key(KEY));
      ListObjectsV2Response list = wire.client().listObjectsV2(it -> it.bucket(FaultS3.EXPORT));

      assertThat(head.eTag()).isEqualTo(list.contents().get(0).eTag());
      assertThat(head.lastModified()).isNull();
      assertThat(list.contents().get(0).lastModified()).isNotNull();
    }
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
