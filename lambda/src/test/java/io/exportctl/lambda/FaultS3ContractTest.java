package io.exportctl.lambda;

import io.exportctl.s3.FaultS3;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import software.amazon.awssdk.services.s3.S3Client;

/** FaultS3 keeps the whole contract with the function's own client. */
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
  protected S3Client client() {
    return wire.client();
  }
}
