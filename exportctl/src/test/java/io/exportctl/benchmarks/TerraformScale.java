package io.exportctl.benchmarks;

import io.exportctl.support.Command;
import io.exportctl.support.Folders;
import io.exportctl.support.MotoServer;
import io.exportctl.support.Processes;
import io.exportctl.support.ProviderMirror;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures time and memory of the launcher and terraform by number of datasets, and prints a table
 * in Markdown. Started by {@code exportctl/benchmarks/terraform-scale}.
 */
final class TerraformScale {

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int MISSING = 3;

  /** Environment in which terraform does not prompt or use the caller's AWS settings. */
  private static final Map<String, String> QUIET =
      Map.of(
          "TF_IN_AUTOMATION", "1",
          "TF_INPUT", "0",
          "CHECKPOINT_DISABLE", "1",
          "AWS_CONFIG_FILE", "/dev/null",
          "AWS_SHARED_CREDENTIALS_FILE", "/dev/null");

  /** Goals by number of datasets: the processor time as a multiple of the peer's. */
  private static final Map<Integer, Double> AT_MOST = Map.of(100, 1.1, 400, 1.0, 1000, 1.0);

  private final Path launcher;
  private final Path scratch;
  private final int rounds;
  private final long deadline;
  private final Map<String, String> environment;

  private TerraformScale(
      Path launcher, Path scratch, int rounds, long deadline, Map<String, String> environment) {
    this.launcher = launcher;
    this.scratch = scratch;
    this.rounds = rounds;
    this.deadline = deadline;
    this.environment = environment;
  }

  /**
   * Exit codes: 0 measured, 1 a command failed or ran too long, 2 usage, 3 something is missing.
   */
  public static void main(String[] arguments) throws IOException {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) throws IOException {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.print(Options.USAGE);
      return USAGE;
    }
    if (options.help()) {
      System.out.print(Options.USAGE);
      return OK;
    }
    for (String program : List.of("terraform", "moto_server")) {
      if (Command.find(program).isEmpty()) {
        System.err.println("terraform-scale: " + program + " is not on the PATH");
        return MISSING;
      }
    }
    Path scratch = Files.createTempDirectory("terraform-scale").toRealPath();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(scratch)));
    try {
      in(scratch, options).measure(options.sizes());
      return OK;
    } catch (Failure | IllegalStateException e) {
      System.err.println("terraform-scale: " + e.getMessage().replace(scratch + "/", ""));
      return FAILED;
    }
  }

  private static TerraformScale in(Path scratch, Options options) {
    Path launcher = Path.of(System.getProperty("launcher")).normalize();
    Map<String, String> environment = new TreeMap<>(QUIET);
    environment.putAll(ProviderMirror.environment(scratch));
    long deadline = System.nanoTime() + options.limit().toNanos();
    return new TerraformScale(launcher, scratch, options.rounds(), deadline, environment);
  }

  /** Ends all processes and deletes all files, even after Ctrl-C. */
  private static void cleanUp(Path scratch) {
    Processes.kill(ProcessHandle.current().descendants());
    try {
      Folders.deleteAll(scratch);
    } catch (UncheckedIOException e) {
      System.err.println("terraform-scale: could not remove " + scratch);
    }
  }

  private void measure(List<Integer> sizes) throws IOException {
    // Builds the tool if necessary, so that measurements do not include it.
    String tool = exportctl(scratch, "--version").run().out();
    List<Column> columns = new ArrayList<>();
    String terraform = "";
    for (int size : sizes) {
      Path root = Files.createDirectory(scratch.resolve("run-" + columns.size()));
      columns.add(measure(size, root));
      terraform = terraform(root.resolve("terraform"), "version").run().out();
    }
    System.out.println(
        String.join(
            ", ",
            Output.first("exportctl \\d\\S*", tool),
            Output.first("Terraform v\\S+", terraform),
            Output.first("hashicorp/aws v\\S+", terraform),
            "JDK " + System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors() + " processors"));
    System.out.print(Table.of(columns));
    if (sizes.size() > 1) {
      System.out.println("\ngrowth: the last column divided by the one before");
    }
    System.out.print(goals(columns).table());
  }

  private static Goals goals(List<Column> columns) {
    Goals goals = new Goals();
    for (Column column : columns) {
      if (AT_MOST.containsKey(column.size())) {
        String head = Table.format("%,.0f datasets, ", column.size());
        double atMost = AT_MOST.get(column.size());
        column
            .ratios()
            .forEach((step, ratio) -> goals.add(head + step + " to for_each", atMost, ratio));
      }
    }
    return goals;
  }

  /** Measures one size, from the YAML to the plan. */
  private Column measure(int size, Path root) throws IOException {
    Set<String> users = Datasets.write(size, root.resolve("datasets"));
    Path terraform = Files.createDirectory(root.resolve("terraform"));
    Files.writeString(
        terraform.resolve("benchmark_override.tf"),
        """
        terraform {
          backend "local" {}
        }
        """);
    Path zip = Files.writeString(root.resolve("function.zip"), "a plan takes its checksum only");
    Column column = new Column(size);
    column.add("`exportctl validate`", exportctl(root, "validate"));
    column.add("`exportctl render`, all new", exportctl(root, "render"));
    String again = column.add("`exportctl render`, unchanged", exportctl(root, "render"));
    Output.first("up to date", again);
    column.add("`terraform init`", terraform(terraform, "init"));
    Path peer = writePeer(root, terraform);
    terraform(peer, "init").run();
    column.compare(
        "`terraform validate`",
        terraform(terraform, "validate"),
        terraform(peer, "validate"),
        rounds,
        out -> {});
    try (MotoServer moto = MotoServer.start(root.resolve("moto.log"))) {
      Roles.create(users, moto.endpoint());
      String[] plan = {
        "plan", "-out=next.tfplan", "-var=artifacts={\"export-lambda.zip\"=\"" + zip + "\"}"
      };
      column.compare(
          "`terraform plan`",
          terraform(terraform, plan).with(moto.environment()),
          terraform(peer, plan).with(moto.environment()),
          rounds,
          column::checkPlan);
    }
    return column;
  }

  /** Writes a root module for the same datasets as a team would write it by hand. */
  private Path writePeer(Path root, Path terraform) throws IOException {
    Path peer = root.resolve("peer");
    Folders.copy(terraform.resolve("modules"), peer.resolve("modules"));
    for (String file :
        List.of(
            "backend.tf",
            "benchmark_override.tf",
            "platform.tf",
            "platform_push.tf",
            "variables.tf",
            "versions.tf")) {
      Files.copy(terraform.resolve(file), peer.resolve(file));
    }
    Path source = launcher.resolveSibling("../benchmarks/for_each.tf").normalize();
    Files.copy(source, peer.resolve("for_each.tf"));
    return peer;
  }

  private Measurement exportctl(Path directory, String argument) {
    return new Measurement(directory, List.of(launcher.toString(), argument), Map.of(), deadline);
  }

  private Measurement terraform(Path directory, String... arguments) {
    List<String> line = new ArrayList<>(List.of("terraform"));
    line.addAll(List.of(arguments));
    line.add("-no-color");
    return new Measurement(directory, line, environment, deadline);
  }
}
