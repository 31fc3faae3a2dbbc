package io.exportctl.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Settings that all clients share.
 *
 * @param endpoint replaces AWS's own, as {@code AWS_ENDPOINT_URL} does for every program
 */
record Connection(
    Region region, AwsCredentialsProvider credentials, Optional<URI> endpoint, SdkHttpClient http) {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(30);

  /** Reads the variables that all programs for AWS obey; the Region is the platform's. */
  static Connection of(String region, Map<String, String> variables) {
    return new Connection(
        Region.of(region),
        credentials(variables),
        variable(variables, "AWS_ENDPOINT_URL").map(URI::create),
        UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ).build());
  }

  /** Returns keys out of the variables; otherwise the SDK looks where all programs look. */
  private static AwsCredentialsProvider credentials(Map<String, String> variables) {
    Optional<String> key = variable(variables, "AWS_ACCESS_KEY_ID");
    Optional<String> secret = variable(variables, "AWS_SECRET_ACCESS_KEY");
    if (key.isEmpty() || secret.isEmpty()) {
      DefaultCredentialsProvider.Builder builder = DefaultCredentialsProvider.builder();
      variable(variables, "AWS_PROFILE").ifPresent(builder::profileName);
      return builder.build();
    }
    return StaticCredentialsProvider.create(
        variable(variables, "AWS_SESSION_TOKEN")
            .<AwsCredentials>map(
                token -> AwsSessionCredentials.create(key.get(), secret.get(), token))
            .orElseGet(() -> AwsBasicCredentials.create(key.get(), secret.get())));
  }

  private static Optional<String> variable(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /** Builds a client. */
  <C, B extends SdkSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(B builder) {
    endpoint.ifPresent(builder::endpointOverride);
    return builder.region(region).credentialsProvider(credentials).httpClient(http).build();
  }
}
