package io.exportctl.collection.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.collection.ingestion.config.JobFile;
import io.exportctl.collection.ingestion.config.JobFileReader;
import io.exportctl.collection.ingestion.run.SparkSessions;
import io.exportctl.collection.ingestion.table.Warehouse;
import io.exportctl.s3.Moto;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The built jar as a process, on the emulator's S3, Glue and KMS, with the schedule's arguments.
 */
class IngestionProcessIT {

  private static final String MAIN = "io.exportctl.collection.ingestion.cli.Main";
  private static final Path TARGET = Path.of("target");
  private static final String PREFIX = "ucfs/2026/11/18/core/claim/";

  @TempDir private static Path folder;
  private static Moto moto;
  private static S3Client s3;
  private static TestRecords.Key key;

  @BeforeAll
  static void deploy() throws Exception {
    moto = Moto.start(folder.resolve("moto.log"));
    s3 =
        configured(S3Client.builder())
            .forcePathStyle(true)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    for (String bucket : List.of("example-corporate", "example-warehouse")) {
      s3.createBucket(
          it ->
              it.bucket(bucket)
                  .createBucketConfiguration(where -> where.locationConstraint("eu-west-2")));
    }
    try (GlueClient glue =
        configured(GlueClient.builder()).httpClient(UrlConnectionHttpClient.create()).build()) {
      glue.createDatabase(it -> it.databaseInput(database -> database.name("collections")));
    }
    try (DynamoDbClient dynamo = dynamo()) {
      dynamo.createTable(
          it ->
              it.tableName("states")
                  .billingMode("PAY_PER_REQUEST")
                  .attributeDefinitions(
                      List.of(attribute("Correlation_Id"), attribute("DataProduct")))
                  .keySchema(List.of(key("Correlation_Id", "HASH"), key("DataProduct", "RANGE"))));
    }
    String job = job().toString();
    s3.putObject(
        it -> it.bucket("example-warehouse").key("jobs/claims.json"), RequestBody.fromString(job));
  }

  @AfterAll
  static void close() {
    SparkSessions.stop();
    if (s3 != null) {
      s3.close();
      moto.close();
    }
  }

  @Test
  void publishesToGlueAndThenFindsNothingNew() throws Exception {
    put("a.json.gz", record(1), record(2));
    put("b.json.gz", record(3), "{\"message\":{}}");

    String first = run(0);
    String second = run(0);

    assertThat(first)
        .contains("2026-11-19 COMPLETED: 4 records of 2 files, 3 rows written, 1 rejected")
        .contains("\"dataset\":\"claims\",\"completed\":1,\"failed\":0,\"records_read\":4,");
    assertThat(second).contains("2026-11-19 NOTHING_NEW: ");
    assertThat(rows())
        .containsExactly("2026-11-19|{\"id\":1}", "2026-11-19|{\"id\":2}", "2026-11-19|{\"id\":3}");
    assertThat(states())
        .containsExactly(
            "CDI-core:claim 2026-11-19 Completed", "CDI-core:claim 2026-11-19 Completed");
    assertThat(keys("example-corporate"))
        .containsExactly(PREFIX + "a.json.gz", PREFIX + "b.json.gz");
    assertThat(keys("example-warehouse"))
        .filteredOn(it -> it.startsWith("dead/"))
        .singleElement()
        .asString()
        .startsWith("dead/claims/2026-11-19/");
    assertThat(keys("example-warehouse"))
        .filteredOn(it -> it.startsWith("tables/"))
        .allMatch(it -> it.startsWith("tables/claims/") || it.startsWith("tables/claims_erased/"));
  }

  private static DynamoDbClient dynamo() {
    return configured(DynamoDbClient.builder())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder().attributeName(name).attributeType("S").build();
  }

  private static KeySchemaElement key(String name, String type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static List<String> states() {
    try (DynamoDbClient dynamo = dynamo()) {
      return dynamo.scan(it -> it.tableName("states")).items().stream()
          .map(
              it ->
                  it.get("DataProduct").s() + " " + it.get("Date").s() + " " + it.get("Status").s())
          .toList();
    }
  }

  private static JobText job() {
    try (KmsClient kms =
        configured(KmsClient.builder()).httpClient(UrlConnectionHttpClient.create()).build()) {
      String arn = kms.createKey().keyMetadata().arn();
      var made = kms.generateDataKey(it -> it.keyId(arn).keySpec("AES_256"));
      String sealed = Base64.getEncoder().encodeToString(made.ciphertextBlob().asByteArray());
      key = new TestRecords.Key(sealed, arn, made.plaintext().asByteArray());
      return new JobText()
          .with("keys", Map.of("kms_key_arns", List.of(arn)))
          .with("status_table", "states")
          .with("bad_records_per_million", 250_000);
    }
  }

  private static String record(int id) {
    return TestRecords.line(
        "core", "claim", "{\"id\":" + id + "}", key, "{\"_id\":{\"id\":" + id + "}}");
  }

  private static void put(String name, String... lines) {
    s3.putObject(
        it -> it.bucket("example-corporate").key(PREFIX + name),
        RequestBody.fromBytes(TestRecords.gzip(List.of(lines))));
  }

  private static String run(int status) throws Exception {
    Path out = Files.createTempFile(folder, "out", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    for (String opened : System.getProperty("ingestion.add-opens").split(" ", -1)) {
      command.add(opened);
    }
    command.add("-cp");
    command.add(
        TARGET.resolve("ingestion.jar") + ":" + Files.readString(TARGET.resolve("class-path")));
    command.addAll(
        List.of(
            MAIN,
            "run",
            "--stacktrace",
            "--master",
            "local[2,4]",
            "--config",
            "s3://example-warehouse/jobs/claims.json",
            "--at",
            "2026-11-19T09:30:00Z"));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().putAll(moto.environment());
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String text = Files.readString(out, UTF_8);
    assertThat(process.exitValue()).as(text).isEqualTo(status);
    return text;
  }

  private static List<String> rows() {
    moto.environment()
        .forEach(
            (name, value) -> {
              switch (name) {
                case "AWS_ENDPOINT_URL" -> System.setProperty("aws.endpointUrl", value);
                case "AWS_ACCESS_KEY_ID" -> {
                  System.setProperty("aws.accessKeyId", value);
                  System.setProperty("spark.hadoop.fs.s3a.access.key", value);
                }
                case "AWS_SECRET_ACCESS_KEY" -> {
                  System.setProperty("aws.secretAccessKey", value);
                  System.setProperty("spark.hadoop.fs.s3a.secret.key", value);
                }
                default -> System.setProperty("aws.region", value);
              }
            });
    SparkSession spark = SparkSessions.start(Optional.of("local[2]"), moto.environment());
    JobFile job = JobFileReader.read("claims.json", new JobText().toString(), "test");
    return Warehouse.open(spark, "s3://example-warehouse", job)
        .read("claims")
        .select("export_date", "id")
        .sort("id")
        .collectAsList()
        .stream()
        .map((Row it) -> it.mkString("|"))
        .toList();
  }

  private static List<String> keys(String bucket) {
    return s3.listObjectsV2Paginator(it -> it.bucket(bucket)).contents().stream()
        .map(it -> it.key())
        .sorted()
        .toList();
  }

  private static <B extends AwsClientBuilder<B, C>, C> B configured(B builder) {
    return builder
        .endpointOverride(URI.create(moto.endpoint().toString()))
        .region(Region.EU_WEST_2)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }
}
