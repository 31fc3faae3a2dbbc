package io.exportctl.collection.ingestion.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.collection.ingestion.Place;
import io.exportctl.collection.ingestion.TestRecords;
import io.exportctl.collection.ingestion.TestSpark;
import io.exportctl.s3.FaultS3;
import io.exportctl.s3.RawAnswer;
import io.exportctl.s3.S3Server;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3FaultsTest {

  private static final String TIME = "2026-11-18T10:00:00.000Z";

  @TempDir private Path folder;
  private final FaultS3 s3 = FaultS3.create();
  private S3Server server;
  private Place place;

  @BeforeEach
  void start() throws Exception {
    server = S3Server.start(s3, 0);
    place = new Place(folder).withSourceUri("s3://" + FaultS3.EXPORT);
    Configuration configuration = TestSpark.session().sparkContext().hadoopConfiguration();
    String prefix = "fs.s3a.bucket." + FaultS3.EXPORT + ".";
    configuration.set(prefix + "endpoint", server.uri().toString());
    configuration.set(prefix + "path.style.access", "true");
    configuration.set(prefix + "connection.ssl.enabled", "false");
    configuration.set(prefix + "endpoint.region", "eu-west-2");
    configuration.set(prefix + "access.key", "test");
    configuration.set(prefix + "secret.key", "test");
    configuration.set(prefix + "retry.interval", "10ms");
    configuration.set("fs.s3.impl.disable.cache", "true");
    byte[] file =
        TestRecords.gzip(
            java.util.List.of(TestRecords.insert(1, TIME, ""), TestRecords.insert(2, TIME, "")));
    s3.putObject(
        it -> it.bucket(FaultS3.EXPORT).key("ucfs/2026/11/18/core/claim/a.json.gz"),
        RequestBody.fromBytes(file));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @DisplayName("24: tries reads again that S3 answers with 500, SlowDown or a reset")
  void triesReadsAgain() throws Exception {
    s3.fail("GetObject", 2, refusal(500, "InternalError"));
    s3.fail("GetObject", 1, refusal(503, "SlowDown"));
    s3.fail("GetObject", 1, RawAnswer.reset());
    s3.fail("ListObjectsV2", 1, refusal(503, "SlowDown"));

    assertThat(place.run(Place.DATE)).isZero();

    assertThat(place.rows("claims", "id")).containsExactly("{\"id\":1}", "{\"id\":2}");
    assertThat(place.files("dead")).isEmpty();
  }

  @Test
  @DisplayName("24: fails the run and not the records when S3 refuses for good")
  void failsWhenS3RefusesForGood() throws Exception {
    s3.fail("GetObject", 100, refusal(403, "AccessDenied"));

    assertThat(place.run(Place.DATE)).isEqualTo(3);

    assertThat(place.failures().get(0).getMessage())
        .startsWith("the source's file 'ucfs/2026/11/18/core/claim/a.json.gz' cannot be read (");
    assertThat(place.files("dead")).isEmpty();
    assertThat(place.rows("claims", "id")).isEmpty();
  }

  private static RuntimeException refusal(int status, String code) {
    return S3Exception.builder()
        .statusCode(status)
        .awsErrorDetails(
            software.amazon.awssdk.awscore.exception.AwsErrorDetails.builder()
                .errorCode(code)
                .errorMessage(code)
                .build())
        .build();
  }
}
