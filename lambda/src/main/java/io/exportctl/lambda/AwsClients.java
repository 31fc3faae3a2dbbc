package io.exportctl.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK's clients with settings for calls that may take minutes. */
final class AwsClients {

  /** The JDK keeps 5 idle connections per host unless told otherwise. */
  private static final String CONNECTIONS = "144";

  /** S3 answers a copy only when it is done. */
  private static final Duration COPY = Duration.ofMinutes(10);

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration QUEUE_CALL = Duration.ofSeconds(20);
  private static final int ATTEMPTS = 4;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private AwsClients() {}

  static S3Client s3() {
    return s3(it -> {});
  }

  /**
   * Builds the client for both buckets. CopyObject goes to the target's Region, which may be
   * another than the function's: the SDK asks S3 for it once and then remembers it.
   *
   * @param setting changes the function's settings
   */
  static S3Client s3(Consumer<S3ClientBuilder> setting) {
    return S3Client.builder()
        .crossRegionAccessEnabled(true)
        .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
        .httpClient(http(COPY))
        .overrideConfiguration(
            it -> it.retryStrategy(retries()).addExecutionInterceptor(new RedirectFilter()))
        .applyMutation(setting)
        .build();
  }

  static SqsClient sqs() {
    return SqsClient.builder()
        .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
        .httpClient(http(QUEUE_CALL))
        .overrideConfiguration(it -> it.retryStrategy(retries()))
        .build();
  }

  /**
   * Creates an HTTP client on the JDK's connections and their default TLS settings; the SDK's
   * builder would read the trust store again for each client.
   *
   * @param patience read timeout
   */
  static SdkHttpClient http(Duration patience) {
    if (System.getProperty("http.maxConnections") == null) {
      System.setProperty("http.maxConnections", CONNECTIONS);
    }
    return UrlConnectionHttpClient.create(uri -> connection(uri, patience));
  }

  private static HttpURLConnection connection(URI uri, Duration patience) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout((int) CONNECT.toMillis());
      connection.setReadTimeout((int) patience.toMillis());
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Retries after short pauses: if a few percent of the calls are answered 503, the SDK's default
   * pause of a second would delay almost every batch of ten. Longer outages are left to the queue.
   */
  static RetryStrategy retries() {
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(ATTEMPTS)
        .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(FIRST_PAUSE, LONGEST_PAUSE))
        .build();
  }
}
