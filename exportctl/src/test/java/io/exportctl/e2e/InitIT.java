package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.MotoServer;
import io.exportctl.support.ProviderMirror;
import io.exportctl.support.Terraform;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.yaml.snakeyaml.Yaml;

/** First steps of a new team: the launcher in an empty folder, its CI, the real terraform. */
@Execution(ExecutionMode.CONCURRENT)
class InitIT {

  private static final Path BIN = ExampleWorkspace.REPOSITORY.resolve("exportctl/bin");

  /** Override that replaces AWS and the state bucket. */
  private static final String MOTO =
      """
      provider "aws" {
        s3_use_path_style = true
      }

      terraform {
        backend "local" {
        }
      }
      """;

  @TempDir Path scratch;

  @Test
  void goesFromAnEmptyFolderToAPlan() throws IOException {
    Tools.require("bash", "terraform", "moto_server");
    Path team = scratch.resolve("team");
    Path folder = team.resolve("terraform");
    String launcher = BIN.resolve("exportctl").toString();

    Command.in(scratch)
        .run(
            launcher,
            "init",
            "team",
            "--account-id=123456789012",
            "--export-bucket=team-exports",
            "--pull-bucket-prefix=team-")
        .orFail();
    Command.Result validated = Command.in(team).run(launcher, "validate", "--strict");
    List<Command.Result> checked =
        scripts(team).stream().map(script -> asRunner(team, script)).toList();
    Terraform terraform = Terraform.in(folder).withOwnProvider();
    Command.Result formatted = terraform.run("fmt", "-check", "-diff", "-recursive");

    assertThat(validated.orFail()).startsWith("no problems in 3 files");
    assertThat(checked).hasSize(2);
    assertThat(checked.get(0).orFail()).endsWith("7 files: 7 created\n");
    assertThat(checked.get(1).orFail()).contains("Success! The configuration is valid.");
    assertThat(formatted).isEqualTo(new Command.Result(0, "", ""));
    assertThat(folder.resolve("export-lambda.zip")).hasSameBinaryContentAs(Deployment.zip());

    Files.writeString(folder.resolve("moto_override.tf"), MOTO);
    try (MotoServer moto = MotoServer.start(scratch.resolve("moto.log"))) {
      terraform.with(moto.environment()).run("init", "-no-color").orFail();

      assertThat(terraform.run("plan", "-no-color").orFail())
          .contains(" to add, 0 to change, 0 to destroy.")
          .contains("No role, so no access, for: alpha_user_example.");
    }
    // JUnit would warn of links to the provider outside the folder.
    Folders.deleteAll(folder.resolve(".terraform"));
  }

  /** Returns the scripts of the workflow's unconditional steps; the others need an AWS role. */
  private static List<String> scripts(Path team) throws IOException {
    String workflow = Files.readString(team.resolve(".github/workflows/exports.yaml"));
    JSONArray steps =
        (JSONArray)
            new JSONObject(new Yaml().<Map<?, ?>>load(workflow)).query("/jobs/exports/steps");
    return IntStream.range(0, steps.length())
        .mapToObj(steps::getJSONObject)
        .filter(step -> step.has("run") && !step.has("if"))
        .map(step -> step.getString("run"))
        .toList();
  }

  /** Runs a step as GitHub's runner would after the action put the tool on the PATH. */
  private Command.Result asRunner(Path team, String script) {
    return Command.in(team)
        .with(Map.of("PATH", BIN + ":" + System.getenv("PATH"), "TF_CLI_ARGS", "-no-color"))
        .with(ProviderMirror.environment(scratch))
        .run("bash", "-e", "-c", script);
  }
}
