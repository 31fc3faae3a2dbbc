package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Processes;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The built jar of the data store, with an environment. */
final class StoreProcess {

  private static final Path JAR =
      ExampleWorkspace.REPOSITORY.resolve("workloads/source/target/store.jar");

  private final Path folder;
  private final Map<String, String> environment;

  StoreProcess(Path folder, Map<String, String> environment) {
    assertThat(JAR).as("built by the module source-store: mvn package").exists();
    this.folder = folder;
    this.environment = environment;
  }

  /** An ended process with its output. */
  record Run(int status, String log) {

    String orFail() {
      assertThat(status).as(log).isZero();
      return log;
    }
  }

  /** Runs a command to its end. */
  Run run(List<String> arguments) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "store", ".log");
    Process process = start(arguments, environment, log);
    try {
      boolean ended = process.waitFor(5, TimeUnit.MINUTES);
      return new Run(ended ? process.exitValue() : -1, Files.readString(log));
    } finally {
      Processes.kill(Processes.tree(process));
    }
  }

  /** A process that serves the API until it is closed. */
  final class Service implements AutoCloseable {

    private final Process process;
    private final int port;

    private Service(Process process, int port) {
      this.process = process;
      this.port = port;
    }

    /** Returns the signed answer to a client of the API. */
    String call(String client, String key, String path) throws IOException, InterruptedException {
      Map<String, String> caller = new TreeMap<>(environment);
      caller.put("STORE_CLIENT_ID", client);
      caller.put("STORE_CLIENT_KEY", key);
      return new StoreProcess(folder, caller)
          .run(List.of("call", "http://127.0.0.1:" + port + path))
          .orFail();
    }

    @Override
    public void close() {
      Processes.kill(Processes.tree(process));
    }
  }

  Service serve() throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "serve", ".log");
    Map<String, String> local = new TreeMap<>(environment);
    int port = freePort();
    local.put("STORE_PORT", Integer.toString(port));
    // Clients sign for the address that they call, which is not the public one here.
    local.put("STORE_HAWK_ORIGINS", "127.0.0.1:" + port);
    Process process = start(List.of("serve"), local, log);
    for (int wait = 0; wait < 1200; wait++) {
      if (Files.readString(log).contains("store: listens on port " + port + "\n")) {
        return new Service(process, port);
      }
      assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
      TimeUnit.MILLISECONDS.sleep(100);
    }
    Processes.kill(Processes.tree(process));
    throw new AssertionError("the service did not start: " + Files.readString(log));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Process start(List<String> arguments, Map<String, String> variables, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.directory(folder.toFile()).environment().putAll(variables);
    return builder.start();
  }
}
