package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.support.Command;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Migrates a deployment of the older system ({@code src/test/resources/migration/older}) with the
 * commands of docs/migrating.md: the migration, the way back to the older mover, and the removal of
 * the old resources.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class MigrationIT {

  private static final Path OLDER = Goldens.resources().resolve("migration/older");
  private static final String EXPORT_BUCKET = "mojap-hub-exports";

  private Path root;
  private Deployment deployment;
  private DocumentedCommands commands;
  private Plan firstPlan;
  private Plan secondPlan;
  private JSONObject state;
  private int imports;
  private List<String> waiting;
  private List<String> calledBeforeStop;
  private List<String> calledAfterReturn;
  private String olderRuntime;

  @BeforeAll
  void migrate() throws IOException {
    Tools.require("aws", "moto_server", "python3", "terraform");
    root = Files.createTempDirectory("migration");
    deployment = Deployment.start(root, "migration");
    migrateDatasets();
    run("python3", OLDER.resolve("system.py").toString());
    commands = new DocumentedCommands(root, deployment.environment());

    commands.run("aws s3 ls");
    commands.run("publish-version");
    commands.run("exportctl render --adopt");
    // All datasets except "added", which the older system did not have.
    Cli.in(root).run("render", "--adopt=arrivals,arrivals_kept,court_dashboard,exchange");
    deployment.overrideForEmulator();
    commands.run("terraform init");
    firstPlan = deployment.plan("plan.tfplan");
    imports =
        Files.readString(root.resolve("terraform/adopt.tf")).split("\nimport \\{", -1).length - 1;

    commands.run("put-bucket-versioning");
    commands.run("\"EventBridgeConfiguration\"");
    commands.run("file://notification.json");
    calledBeforeStop = called();
    commands.run("\"EventBridgeConfiguration\"");
    put("arrivals/paused.csv");
    waiting = keys(EXPORT_BUCKET);
    commands.run("terraform apply");
    state = deployment.state();
    assertThat(commands.run("{\"sweep\"")).contains("MessageId");
    for (String dataset : List.of("arrivals", "arrivals_kept")) {
      put(dataset + "/after.csv");
      DeployedFunction.find(deployment, state, "push", dataset).drain();
    }
    commands.run("exportctl render");
    secondPlan = deployment.plan();

    assertThat(commands.run("--no-enabled")).contains("UUID");
    commands.run("--qualifier older --statement-id");
    calledAfterReturn = called();
    olderRuntime = runtime("export_arrivals-move:older");
    commands.run("delete-role-policy");
  }

  /** Migrates the datasets of the older system; adds the one answer that only the owner knows. */
  private void migrateDatasets() throws IOException {
    for (String older :
        List.of("push/arrivals", "push/arrivals_kept", "pull/court_dashboard", "pull/exchange")) {
      Files.delete(deployment.datasets().resolve(older + ".yaml"));
    }
    Cli.Result migrated = Cli.in(root).run("migrate", OLDER.toString(), "--write");
    assertThat(migrated.status()).as(migrated.out() + migrated.err()).isZero();
    Files.writeString(
        deployment.datasets().resolve("pull/exchange.yaml"),
        "bucket_versioning: true\n",
        StandardOpenOption.APPEND);
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
  void runsEveryCommandOfTheDocument() {
    assertThat(commands.left()).isEmpty();
  }

  @Test
  void doesNotDestroyOrReplaceResources() {
    assertThat(firstPlan.actions()).isSubsetOf("create", "no-op", "read", "update");
  }

  /** Checks the import blocks: a wrong address or identity would make the plan fail. */
  @Test
  void importsExistingResources() {
    assertThat(firstPlan.imported()).hasSize(imports);
    assertThat(firstPlan.imported())
        .containsEntry("module.push_platform.module.export_bucket.aws_s3_bucket.this", "update")
        .containsEntry("module.pull_exchange.module.bucket.aws_s3_bucket.this", "update")
        .containsEntry("module.push[\"arrivals\"].aws_iam_role.function", "update")
        .containsEntry("module.push[\"arrivals_kept\"].aws_lambda_function.function", "update");
  }

  /** Compares role ids, to which AWS ties a receiver's policy, rather than names. */
  @Test
  void keepsTheRolesOfReceiverPolicies() {
    for (String dataset : List.of("arrivals", "arrivals_kept")) {
      String role = "module.push[\"" + dataset + "\"].aws_iam_role.function";

      assertThat(State.values(state, role).getString("unique_id"))
          .isEqualTo(firstPlan.before(role).getString("unique_id"));
    }
  }

  @Test
  void updatesTheFunctions() {
    assertThat(firstPlan.before("module.push[\"arrivals\"].aws_lambda_function.function").toMap())
        .containsEntry("runtime", "python3.8");
    assertThat(
            State.values(state, "module.push[\"arrivals\"].aws_lambda_function.function").toMap())
        .containsEntry("runtime", "java21")
        .containsEntry("function_name", "export_arrivals-move");
  }

  /**
   * Checks that the function does not move older files on the emulator. A file from before
   * versioning has the version "null" in S3, but no version on the emulator, where the function
   * treats the bucket as unversioned. The module lambda tests that such a file is moved.
   */
  @Test
  void leavesExistingFiles() {
    assertThat(keys(EXPORT_BUCKET)).contains("arrivals/failed.csv", "arrivals_kept/stays.csv");
    assertThat(keys("mojap-court-dashboard")).containsExactly("before.csv");
    assertThat(keys("mojap-exchange")).containsExactly("before.csv");
  }

  @Test
  void deliversWaitingAndNewFiles() {
    assertThat(waiting).contains("arrivals/paused.csv");
    assertThat(keys(Deployment.MOVED_TO))
        .containsExactly("arrivals/after.csv", "arrivals/paused.csv");
    assertThat(keys(Deployment.COPIED_TO)).containsExactly("arrivals_kept/after.csv");
    assertThat(keys(EXPORT_BUCKET))
        .contains("arrivals_kept/after.csv")
        .doesNotContain("arrivals/after.csv", "arrivals/paused.csv");
  }

  /** Compares the function without architecture and tracing, which the emulator never updates. */
  @Test
  void plansNoChangesAfterApply() {
    assertThat(root.resolve("terraform/adopt.tf")).doesNotExist();
    assertThat(secondPlan.actions()).isSubsetOf("no-op", "read", "update");
    assertThat(secondPlan.differences())
        .containsAll(Deployment.DIFFERENCES_OF_EMULATOR)
        .hasSize(Deployment.DIFFERENCES_OF_EMULATOR.size() + 2)
        .contains("aws_lambda_function.architectures", "aws_lambda_function.tracing_config");
  }

  @Test
  void goesBackToTheOlderMover() {
    String functions = "arn:aws:lambda:eu-west-2:123456789012:function:";

    assertThat(calledBeforeStop)
        .containsExactly(
            functions + "export_arrivals-move", functions + "export_arrivals_kept-copy");
    assertThat(calledAfterReturn)
        .containsExactly(
            functions + "export_arrivals-move:older",
            functions + "export_arrivals_kept-copy:older");
    assertThat(olderRuntime).isEqualTo("python3.8");
  }

  @Test
  void leavesNoPolicyOfTheOlderSystem() {
    assertThat(policies("export_arrivals-move")).containsExactly("export_arrivals-move");
    assertThat(policies("export_arrivals_kept-copy")).containsExactly("export_arrivals_kept-copy");
    assertThat(policies("alpha_user_one")).containsExactly("hub_exports");
    assertThat(policies("alpha_user_two")).containsExactly("hub_exports");
  }

  private String run(String... command) {
    return Command.in(root).with(deployment.environment()).run(command).orFail().strip();
  }

  private String runtime(String function) {
    return run(
        "aws",
        "lambda",
        "get-function-configuration",
        "--function-name",
        function,
        "--query=Runtime",
        "--output=text");
  }

  /** Returns the functions that S3 invokes for a new file. */
  private List<String> called() {
    return deployment
        .s3
        .getBucketNotificationConfiguration(request -> request.bucket(EXPORT_BUCKET))
        .lambdaFunctionConfigurations()
        .stream()
        .map(LambdaFunctionConfiguration::lambdaFunctionArn)
        .toList();
  }

  /** Returns a role's inline policies and attached AWS policies. */
  private List<String> policies(String role) {
    return Stream.concat(
            deployment
                .iam
                .listRolePolicies(request -> request.roleName(role))
                .policyNames()
                .stream(),
            deployment
                .iam
                .listAttachedRolePolicies(request -> request.roleName(role))
                .attachedPolicies()
                .stream()
                .map(policy -> policy.policyName()))
        .toList();
  }

  private void put(String key) {
    deployment.s3.putObject(
        request -> request.bucket(EXPORT_BUCKET).key(key), RequestBody.fromString(key));
  }

  private List<String> keys(String bucket) {
    return deployment.s3.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }
}
