package io.exportctl.s3;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import software.amazon.awssdk.services.s3.S3Client;

/** FaultS3 keeps the whole contract, with the SDK's default client. */
@DisplayName("FaultS3")
class FaultS3ContractTest extends UploadContract {

  private static S3Server server;
  private static S3Client client;

  @BeforeAll
  static void start() throws IOException {
    server = S3Server.start(FaultS3.create(), 0);
    client = TestClient.of(server.uri());
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @Override
  protected S3Client client() {
    return client;
  }
}
