package io.exportctl.lambda;

import io.exportctl.s3.FaultS3;
import io.exportctl.s3.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The function's own client, connected over HTTP to a fault-injecting S3, for one test. */
final class Wire implements AutoCloseable {

  private final S3Server server;
  private final S3Client client;

  private Wire(S3Server server, S3Client client) {
    this.server = server;
    this.client = client;
  }

  static Wire to(FaultS3 s3) {
    try {
      S3Server server = S3Server.start(s3, 0);
      return new Wire(server, client(server.uri()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static S3Client client(URI endpoint) {
    return AwsClients.s3(builder -> setUp(builder, endpoint));
  }

  /** Creates a client with this read timeout. */
  S3Client impatientClient(Duration patience) {
    return AwsClients.s3(
        builder -> {
          setUp(builder, server.uri());
          builder.httpClient(AwsClients.http(patience));
        });
  }

  /** Sets the address and credentials; the client also retries without a pause. */
  private static void setUp(S3ClientBuilder builder, URI endpoint) {
    builder
        .endpointOverride(endpoint)
        .forcePathStyle(true)
        .region(Region.EU_WEST_2)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
        .overrideConfiguration(
            builder.overrideConfiguration().toBuilder()
                .retryStrategy(
                    AwsClients.retries().toBuilder()
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build())
                .build());
  }

  S3Client client() {
    return client;
  }

  S3Server server() {
    return server;
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
