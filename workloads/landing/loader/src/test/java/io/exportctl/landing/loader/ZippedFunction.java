package io.exportctl.landing.loader;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import io.exportctl.landing.format.Keys;
import io.exportctl.s3.Moto;
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
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The zip that Lambda gets, unpacked, with S3, Glue and SQS of moto. */
final class ZippedFunction implements AutoCloseable {

  static final Path ZIP = Path.of(System.getProperty("landingLoader.zip"));

  private static final String LANDING = "landing-bucket";
  private static final String CURATED = "curated-bucket";

  private final Moto moto;
  private final Path folder;
  private final S3Client s3;
  private final SqsClient sqs;
  private final GlueClient glue;
  private final String queue;

  private ZippedFunction(Moto moto, Path folder) throws IOException {
    this.moto = moto;
    this.folder = folder;
    this.s3 = client(S3Client.builder().httpClient(UrlConnectionHttpClient.create())).build();
    this.sqs = client(SqsClient.builder().httpClient(UrlConnectionHttpClient.create())).build();
    this.glue = client(GlueClient.builder().httpClient(UrlConnectionHttpClient.create())).build();
    for (String bucket : List.of(LANDING, CURATED)) {
      s3.createBucket(
          it ->
              it.bucket(bucket)
                  .createBucketConfiguration(region -> region.locationConstraint("eu-west-2")));
    }
    for (String database : List.of(Sender.DATASET, Sender.DATASET + "_history")) {
      glue.createDatabase(it -> it.databaseInput(input -> input.name(database)));
    }
    this.queue = sqs.createQueue(it -> it.queueName("landing_notes_dev")).queueUrl();
    unzip();
    copyStart();
  }

  /**
   * Starts moto and unpacks the zip.
   *
   * @param folder an empty folder
   */
  static ZippedFunction start(Path folder) throws Exception {
    Moto moto = Moto.start(folder.resolve("moto.log"));
    try {
      return new ZippedFunction(moto, folder);
    } catch (RuntimeException | IOException e) {
      moto.close();
      throw e;
    }
  }

  @Override
  public void close() {
    moto.close();
  }

  Platform platform() {
    return new Platform(
        s3, LANDING, CURATED, new GlueCatalogue(glue), folder, Platform.settings(false));
  }

  /** Folder of the libraries. */
  Path libraries() {
    return folder.resolve("lib");
  }

  /** Folder of the licences of libraries whose jar brings none. */
  Path licences() {
    return folder.resolve("licenses");
  }

  static String event(String timestamp) throws IOException {
    String key = Sender.DATASET + "/" + Keys.of(Sender.DATASET, timestamp).manifest();
    return JSON.std.asString(
        Map.of(
            "source",
            "aws.s3",
            "detail",
            Map.of("bucket", Map.of("name", LANDING), "object", Map.of("key", key))));
  }

  List<String> receive() {
    return sqs.receiveMessage(it -> it.queueUrl(queue).maxNumberOfMessages(10)).messages().stream()
        .map(Message::body)
        .toList();
  }

  /** Output of the function for a batch of messages with the ids m0, m1, and so on. */
  String function(String... bodies) throws Exception {
    return run(environment(), batch(bodies));
  }

  static String batch(String... bodies) throws IOException {
    List<Map<String, String>> records = new ArrayList<>();
    for (String body : bodies) {
      records.add(Map.of("messageId", "m" + records.size(), "body", body));
    }
    return JSON.std.asString(Map.of("Records", records));
  }

  /** Output of the function for an event, in a process with options of the JVM. */
  String run(Map<String, String> environment, String event, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(folder.resolve("lib") + "/*" + File.pathSeparator + folder.resolve("start"));
    command.add(Start.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command);
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

  Map<String, String> environment() {
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

  private <B extends AwsClientBuilder<B, ?>> B client(B builder) {
    return builder
        .endpointOverride(moto.endpoint())
        .region(Region.EU_WEST_2)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  /** Copies one class only, so that the function comes from the zip. */
  private void copyStart() throws IOException {
    String name = Start.class.getName().replace('.', '/') + ".class";
    Path file = folder.resolve("start").resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream bytes = Start.class.getResourceAsStream("/" + name)) {
      Files.copy(bytes, file);
    }
  }

  private void unzip() throws IOException {
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
