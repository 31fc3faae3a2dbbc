package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.exportctl.landing.format.Column;
import io.exportctl.landing.format.ColumnType;
import io.exportctl.landing.format.Keys;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Tests the zip that Lambda gets, in a process of its own, with S3, Glue and SQS of moto. */
class LoaderZipIT {

  private static final Path ZIP = Path.of(System.getProperty("landingLoader.zip"));
  private static final String LANDING = "landing-bucket";
  private static final String CURATED = "curated-bucket";
  private static final String FIRST = "20260801010000Z";
  private static final String SECOND = "20260802010000Z";
  private static final Column ID = Sender.column("id", ColumnType.INTEGER);

  @TempDir static Path folder;

  private static Moto moto;
  private static S3Client s3;
  private static SqsClient sqs;
  private static GlueClient glue;
  private static String queue;

  @BeforeAll
  static void start() throws Exception {
    moto = Moto.start(folder.resolve("moto.log"));
    s3 = client(S3Client.builder().httpClient(UrlConnectionHttpClient.create())).build();
    sqs = client(SqsClient.builder().httpClient(UrlConnectionHttpClient.create())).build();
    glue = client(GlueClient.builder().httpClient(UrlConnectionHttpClient.create())).build();
    for (String bucket : List.of(LANDING, CURATED)) {
      s3.createBucket(
          it ->
              it.bucket(bucket)
                  .createBucketConfiguration(region -> region.locationConstraint("eu-west-2")));
    }
    for (String database : List.of(Sender.DATASET, Sender.DATASET + "_history")) {
      glue.createDatabase(it -> it.databaseInput(input -> input.name(database)));
    }
    queue = sqs.createQueue(it -> it.queueName("landing_notes_dev")).queueUrl();
    unzip();
    copyStart();
  }

  @AfterAll
  static void stop() {
    if (moto != null) {
      moto.close();
    }
  }

  @Test
  void loadsExtractionsIntoTheCatalog() throws Exception {
    Platform platform =
        new Platform(
            s3, LANDING, CURATED, new GlueCatalogue(glue), folder, Platform.settings(false));
    platform
        .sender(FIRST)
        .table("note", List.of(ID), "{\"id\":1}\n", "{\"id\":2}\n")
        .table("gone", List.of(ID))
        .send();

    assertThat(function(event(FIRST))).isEqualTo("{\"batchItemFailures\":[]}");
    List<String> parts = receive();
    assertThat(parts).containsExactlyInAnyOrder(Task.part(FIRST, 0), Task.part(FIRST, 1));
    assertThat(platform.verdict(FIRST)).isEmpty();
    assertThat(function(parts.toArray(String[]::new)))
        .contains(
            "\"published\":1,\"refused\":0,\"rows\":2,\"nulled\":0,\"extraction\":\"20260801010000Z\"")
        .endsWith("{\"batchItemFailures\":[]}");
    assertThat(platform.newest("note")).containsExactly(Map.of("id", "1"), Map.of("id", "2"));

    // The column's type changes in a way that no reader could follow, and a table is gone.
    platform
        .sender(SECOND)
        .table("note", List.of(Sender.column("id", ColumnType.TEXT)), "{\"id\":\"x\"}\n")
        .send();
    assertThat(function(event(SECOND), Task.part(SECOND, 0), "{\"sweep\":{}}"))
        .contains("\"schemaChanges\":[\"note\"]")
        .containsPattern("\"unfinished\":0,\"unclaimed\":0,\"age\":[0-9]+}")
        .contains("\"action\":\"deleted\",\"partitions\":0,\"tables\":0,\"objects\":0}");

    assertThat(platform.tables())
        .containsExactly(
            Map.entry("notes_dev.note", "id string"),
            Map.entry("notes_dev_history.gone", "id int"),
            Map.entry("notes_dev_history.note", "id string"),
            Map.entry("notes_dev_history.note_until_20260802010000z", "id int"));
    assertThat(platform.newest("note")).containsExactly(Map.of("id", "x"));
    assertThat(platform.history("note"))
        .containsExactly(Map.entry(SECOND, List.of(Map.of("id", "x"))));
    assertThat(platform.history("note_until_20260802010000z"))
        .containsExactly(Map.entry(FIRST, List.of(Map.of("id", "1"), Map.of("id", "2"))));
  }

  @Test
  void keepsMessagesThatItCannotHandle() throws Exception {
    assertThat(function("{}", event("20260803010000Z")))
        .contains("\"reason\":\"the message is not an event of S3, a part or a sweep\"")
        .contains("\"reason\":\"there is no manifest notes_dev/metadata/")
        .endsWith(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"m0\"},{\"itemIdentifier\":\"m1\"}]}");
  }

  @Test
  void namesTheVariableThatIsMissing() throws Exception {
    Map<String, String> environment = environment();
    environment.remove("SCHEMA_CONTRACT");

    assertThat(run(environment, "{\"Records\":[]}"))
        .contains("environment variable SCHEMA_CONTRACT is not set; it must be evolve or freeze");
  }

  @Test
  void holdsDuckDbForLinuxOnly() throws IOException {
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .allMatch(name -> name.matches("lib/([^/]+\\.jar)?"));
    }
    Path jar;
    try (var jars = Files.newDirectoryStream(folder.resolve("lib"), "duckdb*.jar")) {
      jar = jars.iterator().next();
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName).filter(it -> it.startsWith("lib")))
          .containsExactlyInAnyOrder(
              "libduckdb_java.so_linux_amd64", "libduckdb_java.so_linux_arm64");
    }
  }

  private static String event(String timestamp) throws IOException {
    String key = Sender.DATASET + "/" + Keys.of(Sender.DATASET, timestamp).manifest();
    return JSON.std.asString(
        Map.of(
            "source",
            "aws.s3",
            "detail",
            Map.of("bucket", Map.of("name", LANDING), "object", Map.of("key", key))));
  }

  private static List<String> receive() {
    return sqs.receiveMessage(it -> it.queueUrl(queue).maxNumberOfMessages(10)).messages().stream()
        .map(Message::body)
        .toList();
  }

  /** Output of the function for a batch of messages with the ids m0, m1, and so on. */
  private static String function(String... bodies) throws Exception {
    List<Map<String, String>> records = new ArrayList<>();
    for (String body : bodies) {
      records.add(Map.of("messageId", "m" + records.size(), "body", body));
    }
    return run(environment(), JSON.std.asString(Map.of("Records", records)));
  }

  private static String run(Map<String, String> environment, String event) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            folder.resolve("lib") + "/*" + File.pathSeparator + folder.resolve("start"),
            Start.class.getName());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    try (OutputStream input = process.getOutputStream()) {
      input.write(event.getBytes(UTF_8));
    }
    try (InputStream output = process.getInputStream()) {
      return new String(output.readAllBytes(), UTF_8);
    } finally {
      process.waitFor();
    }
  }

  private static Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>(moto.environment());
    environment.put("DATASET", Sender.DATASET);
    environment.put("LANDING_BUCKET", LANDING);
    environment.put("CURATED_BUCKET", CURATED);
    environment.put("LANDING_ACCOUNT", Platform.ACCOUNT);
    environment.put("HISTORY_DAYS", "35");
    environment.put("QUEUE_URL", queue);
    environment.put("SCHEMA_CONTRACT", "evolve");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    return environment;
  }

  private static <B extends AwsClientBuilder<B, ?>> B client(B builder) {
    return builder
        .endpointOverride(moto.endpoint())
        .region(Region.EU_WEST_2)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  /** Copies one class only, so that the function comes from the zip. */
  private static void copyStart() throws IOException {
    String name = Start.class.getName().replace('.', '/') + ".class";
    Path file = folder.resolve("start").resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream bytes = Start.class.getResourceAsStream("/" + name)) {
      Files.copy(bytes, file);
    }
  }

  private static void unzip() throws IOException {
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      for (ZipEntry entry : zip.stream().filter(it -> !it.isDirectory()).toList()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (InputStream bytes = zip.getInputStream(entry)) {
          Files.copy(bytes, file);
        }
      }
    }
  }
}
