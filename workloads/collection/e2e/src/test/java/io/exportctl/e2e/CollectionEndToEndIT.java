package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Collection datasets from their YAML to their tables. The real terraform deploys them to the
 * emulator of AWS, and the jar that was deployed runs as a process with the arguments of the
 * deployed schedule, on the sample records of the repository.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CollectionEndToEndIT {

  private static final Path PROGRAM =
      ExampleWorkspace.REPOSITORY.resolve("workloads/collection/ingestion");

  private static final String CLAIMS = "module.collection[\"claims\"].";

  /** Resource types that the emulator returns incompletely or in another form. */
  private static final List<String> DIFFERENCES_OF_EMULATOR =
      List.of("aws_emrserverless_application.architecture");

  private Path root;
  private Deployment deployment;
  private Plan secondPlan;
  private JSONObject state;

  @BeforeAll
  void deploy() throws IOException {
    Tools.require("terraform", "moto_server");
    assertThat(PROGRAM.resolve("target/ingestion.jar")).as("built by mvn package").exists();
    root = Files.createTempDirectory("collection");
    deployment = Deployment.start(root, "e2e");
    deployment.createBucketOfOtherAccount("corporate");
    render();
    deployment.init();
    deployment.apply().orFail();
    secondPlan = deployment.plan();
    state = deployment.state();
  }

  /** Renders without what push datasets share, which has an end-to-end test of its own. */
  private void render() throws IOException {
    deployment.render();
    Files.delete(root.resolve("terraform/platform_push.tf"));
  }

  @AfterAll
  void stop() {
    if (deployment != null) {
      deployment.close();
    }
    if (root != null) {
      Folders.deleteAll(root);
    }
  }

  @Test
  @Order(1)
  void plansNoChangesAfterApply() {
    assertThat(secondPlan.differences()).containsExactlyElementsOf(DIFFERENCES_OF_EMULATOR);
  }

  @Test
  @Order(1)
  void handsTheJobItsOwnRole() {
    assertThat(schedule("run").getString("ExecutionRoleArn"))
        .isEqualTo(State.values(state, CLAIMS + "aws_iam_role.job").getString("arn"))
        .isEqualTo(deployment.output("collection_role_arns").get("claims"));
    assertThat(schedule("maintain").getString("ApplicationId"))
        .isEqualTo(
            State.values(state, CLAIMS + "aws_emrserverless_application.this").getString("id"));
  }

  /** The expectations name the applications and the key, whose ids AWS chooses. */
  @TestFactory
  @Order(1)
  Stream<DynamicTest> allowsWhatIsNeededAndNothingElse() {
    Map<String, String> ids =
        Map.of(
            "APPLICATION-OF-CLAIMS", application("claims"),
            "APPLICATION-OF-PAYMENTS", application("payments"),
            "KEY-OF-THE-WAREHOUSE",
                State.values(state, "module.collection_platform.aws_kms_key.warehouse")
                    .getString("arn"));
    return PolicySimulation.tests(state, "e2e/policies", ids);
  }

  private String application(String dataset) {
    String address = "module.collection[\"%s\"].aws_emrserverless_application.this";
    return State.values(state, address.formatted(dataset)).getString("id");
  }

  @Test
  @Order(2)
  void publishesADateThroughTheDeployedSchedule() throws Exception {
    upload(PROGRAM.resolve("samples/source"));
    DeployedJob job = new DeployedJob(deployment, root, PROGRAM);

    DeployedJob.Run first = job.start(schedule("run"), "2026-11-19T09:30:00Z");

    assertThat(first.status()).as(first.log()).isZero();
    assertThat(first.log()).contains("2026-11-19 COMPLETED: ");
    assertThat(keys("tables/"))
        .isNotEmpty()
        .allMatch(key -> key.matches("tables/claims(_changes|_redacted|_erased)?/.*"))
        .anyMatch(key -> key.startsWith("tables/claims/metadata/"))
        .anyMatch(key -> key.startsWith("tables/claims_changes/metadata/"))
        .anyMatch(key -> key.startsWith("tables/claims_redacted/metadata/"));
    assertThat(keys("runs/claims/2026-11-19/")).hasSize(1);

    List<String> tables = keys("tables/");
    DeployedJob.Run second = job.start(schedule("run"), "2026-11-19T09:30:00Z");

    assertThat(second.status()).as(second.log()).isZero();
    assertThat(second.log()).contains("2026-11-19 NOTHING_NEW");
    assertThat(keys("tables/")).isEqualTo(tables);
  }

  @Test
  @Order(3)
  void keepsTheTablesOfADatasetThatEnds() throws IOException {
    List<String> files = keys("tables/");
    Files.delete(deployment.datasets().resolve("collection/claims.yaml"));
    render();

    deployment.apply().orFail();

    assertThat(State.managed(deployment.state()))
        .noneMatch(address -> address.startsWith(CLAIMS))
        .contains("module.collection_platform.aws_glue_catalog_database.collections");
    assertThat(keys("tables/")).isEqualTo(files);
  }

  /** Returns the input of a schedule of claims. */
  private JSONObject schedule(String name) {
    JSONObject values = State.values(state, CLAIMS + "aws_scheduler_schedule." + name);
    return new JSONObject(values.getJSONArray("target").getJSONObject(0).getString("input"));
  }

  private void upload(Path source) throws IOException {
    names(source)
        .forEach(
            key ->
                deployment.s3.putObject(
                    request ->
                        request
                            .bucket("corporate")
                            .key(key)
                            .overrideConfiguration(
                                call -> call.putHeader("x-moto-account-id", "999999999999")),
                    source.resolve(key)));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private List<String> keys(String prefix) {
    return deployment
        .s3
        .listObjectsV2Paginator(request -> request.bucket("e2e-warehouse").prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key)
        .sorted()
        .toList();
  }
}
