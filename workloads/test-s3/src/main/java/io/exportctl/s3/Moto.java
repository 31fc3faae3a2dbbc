package io.exportctl.s3;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Server process of the AWS emulator <a href="https://docs.getmoto.org">moto</a>. */
public final class Moto implements AutoCloseable {

  private static final Pattern LISTENING =
      Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)\\s");
  private static final int ATTEMPTS = 600;
  private static final long PAUSE_MILLIS = 100;

  private final Process process;
  private final URI endpoint;

  private Moto(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /**
   * Starts a server, and waits until it accepts connections. Without moto, the test is skipped; in
   * CI it fails.
   *
   * @param log the log file
   */
  public static Moto start(Path log) throws Exception {
    assumeTrue("true".equals(System.getenv("CI")) || isInstalled(), "moto_server is not installed");
    // Port 0 lets the system choose one that is free.
    Process process =
        new ProcessBuilder(List.of("moto_server", "-H", "127.0.0.1", "-p", "0"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
      Matcher announced = LISTENING.matcher(Files.readString(log));
      if (announced.find()) {
        return new Moto(process, URI.create(announced.group(1)));
      }
      process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly();
    throw new IllegalStateException("moto_server does not listen:\n" + Files.readString(log));
  }

  public URI endpoint() {
    return endpoint;
  }

  /** Environment for AWS clients to use this server. */
  public Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", endpoint.toString(),
        "AWS_ACCESS_KEY_ID", "test",
        "AWS_SECRET_ACCESS_KEY", "test",
        "AWS_REGION", "eu-west-2");
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(it -> Files.isExecutable(Path.of(it, "moto_server")));
  }
}
