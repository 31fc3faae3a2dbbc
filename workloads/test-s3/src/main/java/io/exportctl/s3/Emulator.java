package io.exportctl.s3;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/**
 * A third-party S3 server in a process of its own. It runs from the jars that its module in {@code
 * workloads/test-s3/emulators} collects, as its dependencies conflict with ours.
 */
public final class Emulator implements AutoCloseable {

  /** System property with the folder of the emulators' modules. */
  private static final String FOLDER = "emulators";

  private static final int START_SECONDS = 300;

  private final Process process;
  private final URI uri;

  private Emulator(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /** Starts <a href="https://github.com/adobe/S3Mock">S3Mock</a> in memory. */
  public static Emulator s3Mock() throws Exception {
    int port = freePort();
    return start(
        "s3mock",
        port,
        List.of(
            "com.adobe.testing.s3mock.S3MockApplication",
            "--http.port=" + port, // else it opens 9090 on all addresses
            "--server.port=0")); // TLS, which no test uses
  }

  /**
   * Starts <a href="https://github.com/gaul/s3proxy">S3Proxy</a> in memory.
   *
   * @param directory for its configuration
   */
  public static Emulator s3Proxy(Path directory) throws Exception {
    int port = freePort();
    Path properties =
        Files.writeString(
            directory.resolve("s3proxy.properties"),
            """
            s3proxy.endpoint=http://127.0.0.1:%d
            s3proxy.authorization=none
            s3proxy.ignore-unknown-headers=true
            jclouds.provider=transient-nio2
            jclouds.identity=a
            jclouds.credential=b
            """
                .formatted(port));
    return start(
        "s3proxy", port, List.of("org.gaul.s3proxy.Main", "--properties", properties.toString()));
  }

  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    process.destroy();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts an emulator with the two buckets of the contract, both versioned. */
  private static Emulator start(String name, int port, List<String> arguments) throws Exception {
    Path jars = Path.of(System.getProperty(FOLDER, FOLDER), name, "target", "lib");
    assumeTrue(
        Files.isDirectory(jars) || "true".equals(System.getenv("CI")),
        () -> jars + " is missing; run mvn verify -Pnightly");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", jars + "/*"));
    command.addAll(arguments);
    Path log = Path.of("target", name + ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    URI uri = URI.create("http://127.0.0.1:" + port);
    await(process, uri, log);
    createBuckets(uri);
    return new Emulator(process, uri);
  }

  private static void createBuckets(URI uri) {
    try (S3Client client = TestClient.of(uri)) {
      for (String bucket : List.of(FaultS3.EXPORT, FaultS3.TARGET)) {
        client.createBucket(it -> it.bucket(bucket));
        client.putBucketVersioning(
            it ->
                it.bucket(bucket)
                    .versioningConfiguration(to -> to.status(BucketVersioningStatus.ENABLED)));
      }
    }
  }

  private static void await(Process process, URI uri, Path log) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!answers(uri)) {
      if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
        process.destroy();
        throw new IllegalStateException("the server does not start; see " + log.toAbsolutePath());
      }
    }
  }

  private static boolean answers(URI uri) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      return connection.getResponseCode() > 0;
    } catch (IOException e) {
      return false;
    }
  }
}
