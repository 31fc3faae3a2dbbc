package io.exportctl.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.s3.FaultS3;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of one file with the function's own client, on an S3 that must never lose a byte. */
abstract class OverTheWire {

  static final String KEY = "new_project/file.csv";

  final FaultS3 s3 = FaultS3.create();
  final Wire wire = Wire.to(s3);
  final S3Client client = wire.client();

  @AfterEach
  void closeTheWire() {
    wire.close();
  }

  @AfterEach
  void everyByteEverWrittenCanStillBeRead() {
    assertThat(s3.readable()).containsExactlyInAnyOrderElementsOf(s3.written);
  }
}
