package io.exportctl.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

class EndpointsTest {

  private static final String BUCKET = "target-bucket";

  private final Endpoints endpoints = new Endpoints();

  @ParameterizedTest
  @CsvSource({
    "target-bucket, eu-west-2, false",
    "target-bucket, us-east-1, false",
    "target.bucket.with.dots, eu-west-2, false",
    "target-bucket, cn-north-1, false",
    "target-bucket, us-gov-west-1, true",
    "target.bucket, us-gov-west-1, true"
  })
  void areThoseOfTheSdkAlsoWhenAskedAgain(String bucket, String region, boolean fips) {
    S3EndpointParams asked = params(bucket, region, fips);
    Endpoint expected = S3EndpointProvider.defaultProvider().resolveEndpoint(asked).join();

    assertThat(endpoints.resolveEndpoint(asked).join()).isEqualTo(expected);
    assertThat(endpoints.resolveEndpoint(asked).join()).isEqualTo(expected);
  }

  @Test
  void ofTwoBucketsAreTwo() {
    assertThat(host("export-bucket")).isEqualTo("export-bucket.s3.eu-west-2.amazonaws.com");
    assertThat(host(BUCKET)).isEqualTo("target-bucket.s3.eu-west-2.amazonaws.com");
  }

  @Test
  void ofABucketInAnotherRegionAreThere() {
    assertThat(host(BUCKET)).isEqualTo("target-bucket.s3.eu-west-2.amazonaws.com");

    endpoints.move(BUCKET, Region.US_EAST_1);

    assertThat(host(BUCKET)).isEqualTo("target-bucket.s3.us-east-1.amazonaws.com");
    assertThat(host("export-bucket")).isEqualTo("export-bucket.s3.eu-west-2.amazonaws.com");
  }

  private String host(String bucket) {
    return endpoints
        .resolveEndpoint(params(bucket, "eu-west-2", false))
        .join()
        .endpointUrl()
        .host();
  }

  /** Those of the function's client. */
  private static S3EndpointParams params(String bucket, String region, boolean fips) {
    return S3EndpointParams.builder()
        .bucket(bucket)
        .region(Region.of(region))
        .useFips(fips)
        .useGlobalEndpoint(false)
        .build();
  }
}
