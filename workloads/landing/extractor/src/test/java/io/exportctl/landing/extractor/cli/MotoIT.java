package io.exportctl.landing.extractor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.landing.extractor.support.ExtractorProcess;
import io.exportctl.landing.extractor.support.ShortSessions;
import io.exportctl.landing.extractor.support.TestDatabase;
import io.exportctl.landing.format.Manifest;
import io.exportctl.landing.format.ManifestReader;
import io.exportctl.s3.Moto;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The built jar with the emulator of AWS. */
class MotoIT {

  private static final String ROLE = "arn:aws:iam::123456789012:role/service-role/landing_x";

  @TempDir static Path shared;
  private static Moto moto;
  private static S3Client s3;
  private static TestDatabase database;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    moto = Moto.start(shared.resolve("moto"));
    s3 =
        S3Client.builder()
            .endpointOverride(moto.endpoint())
            .forcePathStyle(true)
            .region(Region.EU_WEST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    database =
        TestDatabase.create(
            "CREATE TABLE a (t text)", "INSERT INTO a VALUES ('x')", "CREATE TABLE b (n int)");
  }

  @AfterAll
  static void stop() throws Exception {
    if (moto != null) {
      moto.close();
      s3.close();
      database.close();
    }
  }

  private static Map<String, String> environment(String bucket, URI endpoint) {
    s3.createBucket(
        it ->
            it.bucket(bucket)
                .createBucketConfiguration(
                    where -> where.locationConstraint(BucketLocationConstraint.EU_WEST_2)));
    return ExtractorProcess.environment(database.settings(), bucket, endpoint);
  }

  private ExtractorProcess start(Map<String, String> environment) throws Exception {
    return ExtractorProcess.start("96m", environment, folder.resolve("log"));
  }

  private static List<String> keys(String bucket) {
    return s3.listObjectsV2(it -> it.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  /** Waits for the manifest, and returns the key of the verdict over it. */
  private static String awaitManifest(String bucket, ExtractorProcess extractor) throws Exception {
    while (true) {
      assertThat(extractor.process().isAlive()).as(extractor.log()).isTrue();
      Optional<String> key =
          keys(bucket).stream().filter(it -> it.endsWith("/manifest.json")).findFirst();
      if (key.isPresent()) {
        Manifest manifest =
            ManifestReader.read(
                s3.getObjectAsBytes(it -> it.bucket(bucket).key(key.get())).asByteArray());
        return "x/results/" + manifest.extractionTimestamp() + ".json";
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  @Test
  @DisplayName("15: a role is taken anew when its session ends")
  void takesTheRoleAgain() throws Exception {
    try (ShortSessions proxy = ShortSessions.before(moto.endpoint())) {
      Map<String, String> environment = environment("sessions", proxy.uri());
      environment.put("S3_ROLE_ARN", ROLE);

      ExtractorProcess extractor = start(environment);

      assertThat(extractor.await()).as(extractor.log()).isZero();
      assertThat(keys("sessions")).hasSize(4).allMatch(it -> it.startsWith("x/"));
      assertThat(proxy.sessions()).isGreaterThan(4);
      assertThat(proxy.accessKeys()).hasSizeGreaterThan(4).doesNotContain("test");
    }
  }

  @Test
  @DisplayName("35: the job ends with 5 and the reasons if the platform refuses the data")
  void endsWithARefusal() throws Exception {
    Map<String, String> environment = environment("refused", moto.endpoint());
    environment.put("EXTRACT_WAIT_MINUTES", "10");
    ExtractorProcess extractor = start(environment);
    String verdict = awaitManifest("refused", extractor);

    s3.putObject(
        it -> it.bucket("refused").key(verdict),
        RequestBody.fromString(
            """
            {"status":"refused","reasons":[{"id":"excluded-column","table":"a","column":"t",
             "detail":"the dataset excludes it"}],"tables":0,"rows":0,"nulled":[],"schemaChanges":[]}
            """));

    assertThat(extractor.await()).as(extractor.log()).isEqualTo(5);
    assertThat(extractor.log())
        .contains(
            "\nextractor: excluded-column, table \"a\", column \"t\": the dataset excludes it\n")
        .contains("\"status\":\"refused\"")
        .contains("warning: AWS_ACCESS_KEY_ID is a long-lived key");
  }

  @Test
  @DisplayName("35: the job succeeds if the platform publishes the data")
  void endsWithAPublication() throws Exception {
    Map<String, String> environment = environment("published", moto.endpoint());
    environment.put("EXTRACT_WAIT_MINUTES", "10");
    ExtractorProcess extractor = start(environment);
    String verdict = awaitManifest("published", extractor);

    s3.putObject(
        it -> it.bucket("published").key(verdict),
        RequestBody.fromString("{\"status\":\"published\",\"reasons\":[],\"nulled\":[]}"));

    assertThat(extractor.await()).as(extractor.log()).isZero();
    assertThat(extractor.log()).contains("\"status\":\"published\"");
  }
}
