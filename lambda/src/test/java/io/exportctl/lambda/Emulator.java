package io.exportctl.lambda;

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
 * A foreign S3 in a process of its own, from the jars that its module in {@code lambda/emulators}
 * has put aside: its dependencies and the mover's do not go together.
 */
final class Emulator implements AutoCloseable {

  private static final int START_SECONDS = 120;

  private final Process process;
  private final S3Client client;

  private Emulator(Process process, S3Client client) {
    this.process = process;
    this.client = client;
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it, with the two buckets of the contract, both versioned. */
  static Emulator start(String name, int port, List<String> arguments) throws Exception {
    Path jars = Path.of("emulators", name, "target", "lib");
    boolean there = Files.isDirectory(jars);
    assumeTrue(
        there || "true".equals(System.getenv("CI")),
        () -> jars + " is not there: run mvn verify for all modules");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", jars + "/*"));
    command.addAll(arguments);
    Path log = Path.of("target", name + ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    URI uri = URI.create("http://127.0.0.1:" + port);
    await(process, uri, log);
    S3Client client = Wire.client(uri);
    for (String bucket : List.of(S3Contract.EXPORT, S3Contract.TARGET)) {
      client.createBucket(it -> it.bucket(bucket));
      client.putBucketVersioning(
          it ->
              it.bucket(bucket)
                  .versioningConfiguration(to -> to.status(BucketVersioningStatus.ENABLED)));
    }
    return new Emulator(process, client);
  }

  S3Client client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
  }

  private static void await(Process process, URI uri, Path log) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!answers(uri)) {
      if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
        process.destroy();
        throw new IllegalStateException("it does not start; see " + log.toAbsolutePath());
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
