package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.support.Terraform;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Plans the current configuration over a state of version 0.1.0 ({@code src/test/resources/moved}):
 * resources move in the state, and nothing in AWS changes but the name of the dashboard and the
 * zip's tags. A test of the package render checks that the platform's root of the other layout is
 * the same.
 */
@Execution(ExecutionMode.CONCURRENT)
class UpgradeIT {

  private static final Map<String, String> MOVED =
      Map.of(
          "module.platform.aws_cloudwatch_dashboard.exports",
          "module.push_platform.aws_cloudwatch_dashboard.exports",
          "module.platform.aws_s3_bucket_notification.export_bucket",
          "module.push_platform.aws_s3_bucket_notification.export_bucket",
          "module.platform.aws_s3_object.lambda_zip",
          "module.push_platform.module.mover.aws_s3_object.this");

  /** Types that every plan updates because of the emulator. */
  private static final Set<String> UNSETTLED =
      Set.of("aws_lambda_function", "aws_s3_bucket_notification", "aws_sqs_queue");

  private Path root;
  private Path terraform;

  @BeforeEach
  void createFolder() throws IOException {
    Tools.require("terraform", "moto_server");
    root = Files.createTempDirectory("upgrade");
    terraform = root.resolve("terraform");
  }

  @AfterEach
  void deleteFolder() {
    if (root != null) {
      Folders.deleteAll(root);
    }
  }

  @Test
  void movesResourcesInTheState() throws IOException {
    try (Deployment deployment = Deployment.start(root, "e2e")) {
      for (String other : List.of("push/arrivals_kept", "pull/exchange", "pull/retired")) {
        Files.delete(deployment.datasets().resolve(other + ".yaml"));
      }
      Set<String> former = applyFormerVersion(deployment);

      deployment.render();
      deployment.init();
      Plan plan = deployment.plan();

      assertThat(plan.touched(UNSETTLED))
          .containsExactlyInAnyOrder(
              "module.push_platform.aws_cloudwatch_dashboard.exports: delete create",
              "module.push_platform.module.mover.aws_s3_object.this: update");
      assertThat(plan.moved()).isEqualTo(moved(former));
    }
  }

  /** Returns the three resources above and everything that belongs to the two buckets. */
  private static NavigableMap<String, String> moved(Set<String> former) {
    NavigableMap<String, String> moved = new TreeMap<>(MOVED);
    for (String bucket : List.of("export_bucket", "lambda_bucket")) {
      String from = "module.platform.module." + bucket + ".";
      List<String> inside = former.stream().filter(address -> address.startsWith(from)).toList();
      assertThat(inside).hasSizeGreaterThan(3);
      inside.forEach(
          address ->
              moved.put(address, address.replace("module.platform", "module.push_platform")));
    }
    return moved;
  }

  /**
   * Applies version 0.1.0, and empties the Terraform folder afterwards.
   *
   * @return the addresses of all resources
   */
  private Set<String> applyFormerVersion(Deployment deployment) throws IOException {
    Folders.copy(Goldens.resources().resolve("moved/terraform"), terraform);
    Path modules = ExampleWorkspace.REPOSITORY.resolve("terraform/modules");
    for (String unchanged : List.of("bucket", "pull", "push")) {
      Folders.copy(modules.resolve(unchanged), terraform.resolve("modules").resolve(unchanged));
    }
    deployment.overrideForEmulator();
    deployment.init();
    Terraform former = deployment.in(terraform);
    former
        .run("apply", "-auto-approve", "-no-color", "-var=lambda_zip=" + Deployment.zip())
        .orFail();
    Set<String> addresses = State.managed(deployment.state());
    Folders.deleteAll(terraform);
    Files.createDirectory(terraform);
    return addresses;
  }
}
