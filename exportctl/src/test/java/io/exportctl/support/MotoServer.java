package io.exportctl.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Server process of the AWS emulator <a href="https://docs.getmoto.org">moto</a>. */
public final class MotoServer implements AutoCloseable {

  private static final int ATTEMPTS = 600;
  private static final long PAUSE_MILLIS = 100;

  private final Process process;
  private final int port;

  private MotoServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server and waits until it accepts connections.
   *
   * @param log the log file
   * @throws IllegalStateException if it does not start
   */
  public static MotoServer start(Path log) {
    try {
      int port = freePort();
      ProcessBuilder builder =
          new ProcessBuilder(List.of("moto_server", "-H", "127.0.0.1", "-p", "" + port))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      // Load the policies that AWS manages in every account.
      builder.environment().put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
      MotoServer server = new MotoServer(builder.start(), port);
      server.awaitConnections(log);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Returns the environment for AWS clients to use this server. */
  public Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL", endpoint().toString(),
        "AWS_ACCESS_KEY_ID", "test",
        "AWS_SECRET_ACCESS_KEY", "test",
        "AWS_REGION", "eu-west-2",
        "AWS_DEFAULT_REGION", "eu-west-2",
        "AWS_EC2_METADATA_DISABLED", "true");
  }

  @Override
  public void close() {
    Processes.kill(Processes.tree(process));
  }

  private void awaitConnections(Path log) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        waitForExit(log);
      }
    }
    throw new IllegalStateException("moto_server takes no connections on port " + port);
  }

  /** Waits a moment; fails immediately if the server has ended. */
  private void waitForExit(Path log) throws IOException {
    try {
      if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "moto_server ended with exit code %d:\n%s"
                .formatted(process.exitValue(), Files.readString(log)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while moto_server started", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
