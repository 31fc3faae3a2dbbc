package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.support.MotoServer;
import io.exportctl.support.Terraform;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the real terraform with the real AWS provider on modules and rendered files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@Order(4)
class TerraformIT {

  private Path scratch;
  private Path root;

  static List<String> modules() throws IOException {
    try (var folders = Files.list(ExampleWorkspace.REPOSITORY.resolve("terraform/modules"))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  /** Folder with the repository's own datasets, rendered into it. */
  @BeforeAll
  void render() throws IOException {
    Tools.require("terraform");
    scratch = Files.createTempDirectory("terraform");
    root = scratch.resolve("root");
    Cli.Result rendered =
        Cli.in(ExampleWorkspace.REPOSITORY).run("render", "--out", root.toString());
    assertThat(rendered.status()).as(rendered.out() + rendered.err()).isZero();
    Terraform.in(root).withOwnProvider().run("init", "-backend=false", "-no-color").orFail();
  }

  @AfterAll
  void clean() {
    if (scratch != null) {
      Folders.deleteAll(scratch);
    }
  }

  @Test
  void formatsRenderedAndHandWrittenFilesAlike() {
    Command.Result result = Terraform.in(root).run("fmt", "-check", "-diff", "-recursive");

    assertThat(result).isEqualTo(new Command.Result(0, "", ""));
  }

  @Test
  void formatsGoldenWorkspaces() throws IOException {
    Path goldens = scratch.resolve("goldens");
    Folders.copy(Goldens.resources().resolve("render"), goldens);

    Command.Result result = Terraform.in(goldens).run("fmt", "-check", "-diff", "-recursive");

    assertThat(result).isEqualTo(new Command.Result(0, "", ""));
  }

  @Test
  void validatesRootModule() {
    JSONObject result =
        new JSONObject(
            Terraform.in(root).withOwnProvider().run("validate", "-json", "-no-color").orFail());

    assertThat(result.getJSONArray("diagnostics")).isEmpty();
    assertThat(result.getBoolean("valid")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void passesTestsOfModule(String name) {
    Path module = root.resolve("modules").resolve(name);
    Terraform terraform = Terraform.in(module);
    terraform.run("init", "-backend=false", "-no-color").orFail();

    assertThat(terraform.run("test", "-no-color").orFail())
        .matches("(?s).*Success! [1-9]\\d* passed, 0 failed\\.\\s*");
  }

  @Test
  void plansOwnDatasets() throws IOException {
    Tools.require("moto_server");
    String override =
        """
        provider "aws" {
          s3_use_path_style = true
        }

        terraform {
          backend "local" {
          }
        }
        """;
    Path planned = scratch.resolve("planned");
    Cli.in(ExampleWorkspace.REPOSITORY).run("render", "--out", planned.toString());
    Files.writeString(planned.resolve("moto_override.tf"), override);
    Files.delete(planned.resolve("export-lambda.zip"));

    try (MotoServer moto = MotoServer.start(scratch.resolve("moto.log"))) {
      Terraform terraform = Terraform.in(planned).with(moto.environment());
      terraform.run("init", "-no-color").orFail();
      Command.Result withoutZip = terraform.run("plan", "-no-color");
      Command.Result asBefore = terraform.run("plan", "-no-color", "-var=lambda_zip=any.zip");
      Command.Result plan =
          terraform.run("plan", "-no-color", "-var=artifacts=" + Deployment.artifactsForPlan());

      assertThat(withoutZip.err().replaceAll("[\\s│]+", " "))
          .contains("There is no file \"export-lambda.zip\". Copy export-lambda.zip out of")
          .contains("artifacts = { \"export-lambda.zip\" = \"PATH\" }");
      assertThat(asBefore.err().replaceAll("[\\s│]+", " "))
          .contains("lambda_zip is no longer read. In artifacts.auto.tfvars write");
      assertThat(plan.orFail().replaceAll("\\s+", " "))
          .contains(" to add, 0 to change, 0 to destroy.")
          .contains("arn:aws:s3:::example-arrivals-landing-prod/prison_arrivals/*")
          .contains("No role, so no access, for: alpha_user_amira, alpha_user_bo, alpha_user_chen.")
          .contains(
              "prison_arrivals = \"arn:aws:iam::123456789012:role/service-role/"
                  + "export_prison_arrivals-move\"");
      assertThat(needsOfPullBuckets(terraform)).isEmpty();
    }
  }

  /**
   * Returns the edges from a pull dataset's bucket to a resource that it needs. S3 refuses to
   * delete a bucket that holds files, and Terraform destroys a resource before it changes what that
   * resource needs: such a bucket would hold up the change.
   */
  private static List<String> needsOfPullBuckets(Terraform terraform) {
    String bucket = "\"module.pull_court_dashboard.module.bucket.aws_s3_bucket.this\"";
    String graph = terraform.run("graph", "-no-color").orFail();
    assertThat(graph).contains(" -> " + bucket + ";");
    return graph.lines().filter(line -> line.contains(bucket + " -> ")).toList();
  }
}
