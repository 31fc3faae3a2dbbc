package io.exportctl.lambda;

import io.exportctl.lambda.s3.FaultS3;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import software.amazon.awssdk.services.s3.S3Client;

/** Our own S3 keeps every line. */
@DisplayName("FaultS3")
class FaultS3ContractTest extends MoverContract {

  private static Wire wire;

  @BeforeAll
  static void start() {
    wire = Wire.to(FaultS3.create());
  }

  @AfterAll
  static void stop() {
    wire.close();
  }

  @Override
  S3Client client() {
    return wire.client();
  }
}
