package io.exportctl.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Server process of the AWS emulator <a href="https://docs.getmoto.org">moto</a>. */
public final class MotoServer implements AutoCloseable {

  private static final Pattern LISTENING =
      Pattern.compile("Running on http://127\\.0\\.0\\.1:(\\d+)\\s");

  private final Process process;
  private final int port;

  private MotoServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server, and waits until it accepts connections.
   *
   * @param log the log file
   * @throws IllegalStateException if it does not start
   */
  public static MotoServer start(Path log) {
    return start(log, "");
  }

  /**
   * Starts a server that runs a script of Python first, to correct what differs from AWS.
   *
   * @param log the log file
   * @param corrections the script; empty for none
   * @throws IllegalStateException if it does not start
   */
  public static MotoServer start(Path log, String corrections) {
    try {
      // Port 0 lets the system choose: a port looked up here could be taken before moto binds it.
      ProcessBuilder builder =
          new ProcessBuilder(List.of("moto_server", "-H", "127.0.0.1", "-p", "0"))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      // Load the policies that AWS manages in every account.
      builder.environment().put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
      if (!corrections.isEmpty()) {
        // Python imports a module of this name at its start.
        Path folder = Files.createTempDirectory(log.toAbsolutePath().getParent(), "python");
        Files.writeString(folder.resolve("sitecustomize.py"), corrections);
        builder.environment().put("PYTHONPATH", folder.toString());
      }
      Process process = builder.start();
      String port = Processes.awaitOutput(process, log, LISTENING).group(1);
      return new MotoServer(process, Integer.parseInt(port));
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
}
