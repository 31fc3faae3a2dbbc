package io.exportctl.landing.extractor.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdInputStream;
import io.exportctl.landing.extractor.fault.ExitStatus;
import io.exportctl.landing.extractor.fault.ExtractionException;
import io.exportctl.landing.extractor.sink.S3Destination;
import io.exportctl.landing.extractor.sink.S3Retries;
import io.exportctl.landing.extractor.source.Selection;
import io.exportctl.landing.extractor.support.Extracted;
import io.exportctl.landing.extractor.support.TestDatabase;
import io.exportctl.landing.extractor.support.TestOptions;
import io.exportctl.landing.format.Manifest;
import io.exportctl.landing.format.ManifestReader;
import io.exportctl.landing.format.Part;
import io.exportctl.s3.Fault;
import io.exportctl.s3.FaultS3;
import io.exportctl.s3.RawAnswer;
import io.exportctl.s3.S3Server;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Extractions of a real server into an S3 with faults. */
class S3Test {

  private static final String MANIFEST =
      "case_notes_dev/metadata/database_name=case_notes_dev/table_name=db_and_table_list/"
          + "extraction_timestamp=20260801010000Z/manifest.json";

  private static TestDatabase database;

  private final FaultS3 s3 = FaultS3.create();
  private S3Server server;
  private S3Client client;

  /** Part files of more than one upload part need values that do not compress. */
  @BeforeAll
  static void fill() throws Exception {
    database =
        TestDatabase.create(
            "CREATE TABLE a (t bytea)",
            "INSERT INTO a SELECT sha512(i::text::bytea) FROM generate_series(1, 200000) i",
            "CREATE TABLE b (n int)",
            "INSERT INTO b VALUES (1)",
            "CREATE TABLE c (n int)",
            "INSERT INTO c VALUES (1)");
  }

  @AfterAll
  static void drop() throws Exception {
    database.close();
  }

  @BeforeEach
  void start() throws Exception {
    server = S3Server.start(s3, 0);
    client = client(server);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  /** The SDK's own retries are off, as in the program. */
  private static S3Client client(S3Server server) {
    return S3Client.builder()
        .endpointOverride(server.uri())
        .forcePathStyle(true)
        .region(Region.EU_WEST_2)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
        .httpClient(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(5)).build())
        .overrideConfiguration(it -> it.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  private Manifest extract() {
    return extract(small());
  }

  private Manifest extract(TestOptions options) {
    S3Retries retries = new S3Retries(4, Duration.ofMillis(1));
    S3Destination destination =
        new S3Destination(client, FaultS3.TARGET, "case_notes_dev/", retries);
    return Extracted.extraction(options, destination).run();
  }

  @Test
  void storesWhatTheManifestDescribes() throws Exception {
    Manifest manifest = extract(TestOptions.of(database).partBytes(15 << 20));

    List<String> calls = List.copyOf(s3.journal);
    assertThat(ManifestReader.read(stored(MANIFEST))).isEqualTo(manifest);
    assertThat(manifest.rows()).isEqualTo(200_002);
    assertIntact(manifest);
    assertThat(calls).filteredOn(it -> it.startsWith("UploadPart")).hasSizeGreaterThan(4);
    assertThat(calls.get(calls.size() - 1)).isEqualTo("PutObject " + MANIFEST);
    List<String> operations = calls.stream().map(it -> it.replaceAll(" .*", "")).toList();
    assertThat(operations.indexOf("CompleteMultipartUpload"))
        .isGreaterThan(operations.lastIndexOf("UploadPart"));
    assertThat(s3.uploads()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("13: answers of 500 and 503, and lost answers, are retried")
  @ValueSource(
      strings = {"CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload", "PutObject"})
  void retries(String operation) throws Exception {
    s3.add(Fault.before(operation).times(1).answers(failure(503, "SlowDown")));
    s3.add(Fault.after(operation).times(1).answers(failure(500, "InternalError")));

    Manifest manifest = extract();

    assertIntact(manifest);
    assertThat(ManifestReader.read(stored(MANIFEST))).isEqualTo(manifest);
  }

  @ParameterizedTest
  @DisplayName("13: answers that are lost, and errors inside of 200, are retried")
  @ValueSource(
      strings = {"CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload", "PutObject"})
  void retriesBrokenAnswers(String operation) throws Exception {
    s3.add(Fault.before(operation).times(1).answers(RawAnswer.errorInside("InternalError")));
    s3.add(Fault.after(operation).times(1).answers(RawAnswer.reset()));

    Manifest manifest = extract();

    assertIntact(manifest);
    assertThat(ManifestReader.read(stored(MANIFEST))).isEqualTo(manifest);
  }

  @Test
  @DisplayName("13: a call without an answer is made again after its timeout")
  void retriesWithoutAnAnswer() throws Exception {
    s3.add(Fault.before("UploadPart").times(1).answers(RawAnswer.silence()));

    assertIntact(extract());
  }

  @ParameterizedTest
  @DisplayName("13: a fault that stays ends the extraction, and nothing is visible")
  @ValueSource(strings = {"CreateMultipartUpload", "UploadPart"})
  void givesUp(String operation) {
    s3.add(Fault.before(operation).answers(failure(500, "InternalError")));

    assertFails(ExitStatus.FAILED);
    assertThat(keys()).isEmpty();
    assertThat(s3.uploads()).isEmpty();
  }

  @Test
  @DisplayName("14: one of 40 parts that cannot be completed at first is completed later")
  void completesAllOfManyParts() throws Exception {
    int[] calls = {0};
    s3.add(
        Fault.before("CompleteMultipartUpload")
            .when(() -> ++calls[0] == 17)
            .times(1)
            .answers(failure(503, "SlowDown")));

    Manifest manifest =
        extract(
            TestOptions.of(database)
                .partBytes(460_000)
                .with(
                    new Selection(
                        List.of("public"), List.of("a"), List.of(), List.of(), List.of())));

    assertThat(manifest.tables().get(0).parts()).hasSizeGreaterThanOrEqualTo(40);
    assertIntact(manifest);
    assertThat(s3.uploads()).isEmpty();
  }

  @Test
  @DisplayName("14: without one of the parts there is no manifest")
  void writesNoManifestIfAPartCannotBeCompleted() {
    s3.add(
        new Fault(
            true,
            call ->
                call.operation().equals("CompleteMultipartUpload") && call.key().contains("=b/"),
            new AtomicInteger(Integer.MAX_VALUE),
            () -> true,
            () -> {
              throw failure(500, "InternalError");
            }));

    assertFails(ExitStatus.FAILED);
    assertThat(keys()).doesNotContain(MANIFEST).noneMatch(it -> it.contains("=b/"));
    assertThat(s3.uploads()).isEmpty();
  }

  @Test
  @DisplayName("16: without permission, it ends before the database is touched")
  void checksThePermissionFirst() {
    s3.add(Fault.before("CreateMultipartUpload").answers(failure(403, "AccessDenied")));
    TestOptions noDatabase =
        TestOptions.of(database).with(database.settings("a role that does not exist"));

    assertThatThrownBy(() -> extract(noDatabase))
        .isInstanceOfSatisfying(
            ExtractionException.class, it -> assertThat(it.status()).isEqualTo(ExitStatus.USAGE))
        .hasMessage(
            "may not write to s3://target-bucket/case_notes_dev/: AccessDenied; `exportctl handshake`"
                + " prints the rights that the service's role needs");
  }

  @Test
  @DisplayName("12: ends after any call of S3, without a manifest or with all that it lists")
  void canBeCutOffAnywhere() throws Exception {
    extract();
    int calls = s3.journal.size();
    for (int left = 1; left <= calls; left++) {
      FaultS3 cutS3 = FaultS3.create();
      try (S3Server cutServer = S3Server.start(cutS3, 0);
          S3Client cutClient = client(cutServer)) {
        cutServer.cutAfter(left);
        S3Destination destination =
            new S3Destination(
                cutClient, FaultS3.TARGET, "", new S3Retries(1, Duration.ofMillis(1)));
        assertThatThrownBy(() -> Extracted.extraction(small(), destination).run())
            .isInstanceOf(ExtractionException.class);
        String manifest = MANIFEST.substring(MANIFEST.indexOf('/') + 1);
        boolean published = cutS3.current(FaultS3.TARGET, manifest).isPresent();
        assertThat(published).as("after %d of %d calls", left, calls).isEqualTo(left == calls);
        if (published) {
          assertThat(keys(cutS3)).hasSize(5);
        }
      }
    }
  }

  private static TestOptions small() {
    return TestOptions.of(database)
        .with(new Selection(List.of("public"), List.of("*"), List.of("a"), List.of(), List.of()));
  }

  private void assertFails(ExitStatus status) {
    assertThatThrownBy(this::extract)
        .isInstanceOfSatisfying(
            ExtractionException.class, it -> assertThat(it.status()).isEqualTo(status));
  }

  private void assertIntact(Manifest manifest) throws Exception {
    for (Part part : manifest.tables().stream().flatMap(it -> it.parts().stream()).toList()) {
      byte[] stored = stored("case_notes_dev/" + part.key());
      assertThat(stored).hasSize(Math.toIntExact(part.bytes()));
      assertThat(part.sha256())
          .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(stored)));
      try (InputStream lines = new ZstdInputStream(new ByteArrayInputStream(stored))) {
        assertThat(new String(lines.readAllBytes(), UTF_8).lines().count()).isEqualTo(part.rows());
      }
    }
  }

  private byte[] stored(String key) {
    return client.getObjectAsBytes(it -> it.bucket(FaultS3.TARGET).key(key)).asByteArray();
  }

  private List<String> keys() {
    return keys(s3);
  }

  private static List<String> keys(S3Client s3) {
    return s3.listObjectsV2(it -> it.bucket(FaultS3.TARGET)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static RuntimeException failure(int status, String code) {
    return S3Exception.builder()
        .statusCode(status)
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode(code).errorMessage(code).serviceName("S3").build())
        .build();
  }
}
