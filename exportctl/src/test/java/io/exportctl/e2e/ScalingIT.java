package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.support.Terraform;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Runs the commands of docs/scaling.md on a deployment with one root module. */
@Execution(ExecutionMode.CONCURRENT)
@Order(2)
class ScalingIT {

  /** Resource types that the emulator does not return as they were set; see {@link EndToEndIT}. */
  private static final Set<String> NEVER_SETTLED =
      Set.of("aws_lambda_function", "aws_s3_bucket_notification", "aws_sqs_queue");

  private static final String LAYOUT = "layout: per-dataset\n";

  private Path root;

  @BeforeEach
  void createFolder() throws IOException {
    Tools.require("terraform", "moto_server");
    root = Files.createTempDirectory("scaling");
  }

  @AfterEach
  void deleteFolder() {
    if (root != null) {
      Folders.deleteAll(root);
    }
  }

  @Test
  void givesEachDatasetARootWithoutTouchingWhatIsDeployedAndBack() throws IOException {
    try (Deployment deployment = Deployment.start(root, "e2e")) {
      for (String other : List.of("push/arrivals_kept", "pull/exchange", "pull/retired")) {
        Files.delete(deployment.datasets().resolve(other + ".yaml"));
      }
      deployment.render();
      deployment.init();
      deployment.apply().orFail();
      Set<String> before = State.managed(deployment.state());

      platform(deployment, text -> text + LAYOUT);
      deployment.render();
      ScalingCommands.run(deployment, "Move the state");

      Set<String> after = new TreeSet<>();
      for (Path folder : roots(deployment)) {
        Terraform terraform = deployment.in(folder);
        assertThat(Deployment.touched(terraform, NEVER_SETTLED)).as(folder.toString()).isEmpty();
        after.addAll(State.managed(Deployment.state(terraform)));
      }
      assertThat(after).isEqualTo(before);

      addsADataset(deployment);
      takesDownADataset(deployment);
      apply(deployment, "users");

      ScalingCommands.run(deployment, "Back to one root");
      platform(deployment, text -> text.replace(LAYOUT, ""));
      deployment.render();
      deployment.init();
      assertThat(Deployment.touched(deployment.in(root.resolve("terraform")), NEVER_SETTLED))
          .isEmpty();
    }
  }

  private void addsADataset(Deployment deployment) throws IOException {
    Path exchange = Goldens.resources().resolve("e2e/datasets/pull/exchange.yaml");
    Files.copy(exchange, deployment.datasets().resolve("pull/exchange.yaml"));
    Cli.in(root).run("render", "--only", "exchange");
    deployment.overrideForEmulator();
    Deployment.init(deployment.in(folder("pull_exchange")));

    assertThat(apply(deployment, "pull_exchange"))
        .containsPattern("Apply complete! Resources: [1-9]\\d* added, 0 changed, 0 destroyed");
  }

  private void takesDownADataset(Deployment deployment) throws IOException {
    Files.delete(deployment.datasets().resolve("pull/dashboard.yaml"));
    Cli.in(root).run("render");

    assertThat(apply(deployment, "pull_dashboard"))
        .containsPattern("Apply complete! Resources: 0 added, 0 changed, [1-9]\\d* destroyed");
    Folders.deleteAll(folder("pull_dashboard"));
  }

  private String apply(Deployment deployment, String name) {
    return deployment.in(folder(name)).run("apply", "-auto-approve", "-no-color").orFail();
  }

  private Path folder(String name) {
    return root.resolve("terraform/roots").resolve(name);
  }

  private static void platform(Deployment deployment, UnaryOperator<String> edit)
      throws IOException {
    Path file = deployment.datasets().resolve("platform.yaml");
    Files.writeString(file, edit.apply(Files.readString(file)));
  }

  private List<Path> roots(Deployment deployment) throws IOException {
    return Stream.concat(Stream.of(root.resolve("terraform")), deployment.roots().stream())
        .toList();
  }
}
