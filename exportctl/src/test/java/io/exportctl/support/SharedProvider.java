package io.exportctl.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Process of the AWS provider that terraform commands use one after the other. A command that
 * starts the provider itself spends most of its processor time on the start. Terraform describes
 * how it <a
 * href="https://developer.hashicorp.com/terraform/plugin/debugging#running-terraform-with-a-provider-in-debug-mode">attaches
 * to a running provider</a>.
 */
final class SharedProvider implements AutoCloseable {

  private static final String VARIABLE = "TF_REATTACH_PROVIDERS";
  private static final Pattern ANNOUNCED = Pattern.compile(VARIABLE + "='(.*)'");

  /** Idle processes, of which each takes some 600 MB; the last one was used last. */
  private static final Deque<SharedProvider> IDLE = new ArrayDeque<>();

  private static final int MOST_IDLE = 3;

  private static Path program;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SharedProvider::killIdle));
  }

  private final Map<String, String> variables;
  private final Process process;
  private final String address;

  private SharedProvider(Map<String, String> variables, Process process, String address) {
    this.variables = variables;
    this.process = process;
    this.address = address;
  }

  /**
   * Returns a provider for one command until {@link #close}: an idle one, or a new one.
   *
   * @param variables the command's variables; the provider reads those of AWS from its own process
   */
  static SharedProvider lease(Map<String, String> variables) {
    Map<String, String> ofAws = new TreeMap<>(variables);
    ofAws.keySet().removeIf(name -> !name.startsWith("AWS_"));
    synchronized (IDLE) {
      for (SharedProvider idle : IDLE) {
        if (idle.variables.equals(ofAws)) {
          IDLE.remove(idle);
          return idle;
        }
      }
    }
    return start(ofAws);
  }

  /** Returns the variables that make terraform attach to this provider. */
  Map<String, String> environment() {
    return Map.of(VARIABLE, address);
  }

  /** Keeps the process for the next command. */
  @Override
  public void close() {
    synchronized (IDLE) {
      IDLE.addLast(this);
      if (IDLE.size() > MOST_IDLE) {
        IDLE.removeFirst().kill();
      }
    }
  }

  private static SharedProvider start(Map<String, String> variables) {
    try {
      Path log = Files.createTempFile("provider", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(List.of(program().toString(), "-debug"))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().putAll(variables);
      // The provider takes a bundle only once, and the emulator speaks plain HTTP.
      builder.environment().remove("AWS_CA_BUNDLE");
      Process process = builder.start();
      String address = Processes.awaitOutput(process, log, ANNOUNCED).group(1);
      Files.delete(log);
      return new SharedProvider(variables, process, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds the provider where {@code terraform init} installs it for our constraint. */
  private static synchronized Path program() throws IOException {
    if (program == null) {
      Path scratch = Files.createTempDirectory("provider");
      Path root = Files.createDirectory(scratch.resolve("root"));
      Files.copy(
          ExampleWorkspace.REPOSITORY.resolve("terraform/modules/platform/versions.tf"),
          root.resolve("versions.tf"));
      Terraform.in(root).withOwnProvider().run("init", "-backend=false", "-no-color").orFail();
      Path installed = root.resolve(".terraform/providers");
      try (Stream<Path> paths = Files.walk(installed, FileVisitOption.FOLLOW_LINKS)) {
        program =
            paths
                .filter(path -> path.getFileName().toString().startsWith("terraform-provider-aws"))
                .findFirst()
                .orElseThrow()
                .toRealPath();
      }
    }
    return program;
  }

  private static void killIdle() {
    synchronized (IDLE) {
      IDLE.forEach(SharedProvider::kill);
    }
  }

  private void kill() {
    Processes.kill(Processes.tree(process));
  }
}
