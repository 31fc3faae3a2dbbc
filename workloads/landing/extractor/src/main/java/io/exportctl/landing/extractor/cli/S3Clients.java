package io.exportctl.landing.extractor.cli;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** Clients of S3. */
final class S3Clients {

  private S3Clients() {}

  /**
   * Creates a client with the credentials of the environment.
   *
   * @param roleArn the role to take; its credentials are renewed before they end
   * @param endpoint of an emulator, which has the bucket's name in the path
   */
  static S3Client create(Optional<String> roleArn, Optional<String> endpoint, String dataset) {
    SdkHttpClient http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(10))
            .socketTimeout(Duration.ofMinutes(2))
            .build();
    AwsCredentialsProvider own = DefaultCredentialsProvider.builder().build();
    var builder =
        S3Client.builder()
            .httpClient(http)
            .credentialsProvider(roleArn.map(it -> assumed(it, own, http, dataset)).orElse(own))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .overrideConfiguration(it -> it.retryStrategy(DefaultRetryStrategy.doNotRetry()));
    endpoint.ifPresent(it -> builder.endpointOverride(URI.create(it)).forcePathStyle(true));
    return builder.build();
  }

  private static AwsCredentialsProvider assumed(
      String roleArn, AwsCredentialsProvider own, SdkHttpClient http, String dataset) {
    StsClient sts = StsClient.builder().httpClient(http).credentialsProvider(own).build();
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts)
        .refreshRequest(
            it -> it.roleArn(roleArn).roleSessionName("exportctl-" + shortened(dataset)))
        .build();
  }

  /** A session's name has at most 64 characters. */
  private static String shortened(String dataset) {
    return dataset.substring(0, Math.min(dataset.length(), 54));
  }
}
