package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.cli.Cli;
import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.Folders;
import io.exportctl.support.Goldens;
import io.exportctl.support.ProviderMirror;
import io.exportctl.support.Terraform;
import io.exportctl.support.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/scaling.md tells an engineer to do, done to a deployment with one root module. */
class ScalingIT {

  /** What the emulator does not give back as it was set; see {@link EndToEndIT}. */
  private static final Set<String> NEVER_SETTLED =
      Set.of("aws_lambda_function", "aws_s3_bucket_notification", "aws_sqs_queue");

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
  void givesEachDatasetARootWithoutTouchingWhatIsDeployed() throws IOException {
    try (Deployment deployment = Deployment.start(root, "e2e")) {
      for (String other : List.of("push/arrivals_kept", "pull/exchange", "pull/retired")) {
        Files.delete(deployment.datasets().resolve(other + ".yaml"));
      }
      deployment.render();
      deployment.init();
      deployment.apply().orFail();
      Set<String> before = addresses(deployment.state());

      Cli.Result switched = Cli.in(root).run("render", "--layout", "per-dataset");
      assertThat(switched.status()).as(switched.err()).isZero();
      deployment.overrideForEmulator();
      Command moving = Command.in(root.resolve("terraform")).with(shell(deployment));
      moving.run("sh", "-eu", "-c", block("Move the state")).orFail();

      Set<String> after = new TreeSet<>();
      for (Path folder : roots(deployment)) {
        Terraform terraform = deployment.in(folder);
        assertThat(Deployment.plan(terraform).touched(NEVER_SETTLED))
            .as(folder.toString())
            .isEmpty();
        after.addAll(addresses(new JSONObject(terraform.run("show", "-json").orFail())));
      }
      assertThat(after).containsAll(before);

      addsADataset(deployment);
      takesDownADataset(deployment);
    }
  }

  private void addsADataset(Deployment deployment) throws IOException {
    Path kept = Goldens.resources().resolve("e2e/datasets/push/arrivals_kept.yaml");
    Files.copy(kept, deployment.datasets().resolve("push/arrivals_kept.yaml"));
    Cli.in(root).run("render", "--only", "arrivals_kept");
    deployment.overrideForEmulator();
    Terraform added = deployment.in(root.resolve("terraform/roots/push_arrivals_kept"));
    Deployment.init(added);

    assertThat(added.run("apply", "-auto-approve", "-no-color").orFail())
        .containsPattern("Apply complete! Resources: \\d+ added, 0 changed, 0 destroyed")
        .contains("role/service-role/export_arrivals_kept-copy");
  }

  private void takesDownADataset(Deployment deployment) throws IOException {
    Files.delete(deployment.datasets().resolve("pull/dashboard.yaml"));
    Cli.in(root).run("render");

    assertThat(
            deployment
                .in(root.resolve("terraform/roots/pull_dashboard"))
                .run("apply", "-auto-approve", "-no-color")
                .orFail())
        .containsPattern("Apply complete! Resources: 0 added, 0 changed, [1-9]\\d* destroyed");
  }

  private static Set<String> addresses(JSONObject state) {
    return new TreeSet<>(
        State.resources(state)
            .filter(resource -> resource.getString("mode").equals("managed"))
            .map(resource -> resource.getString("address"))
            .toList());
  }

  private List<Path> roots(Deployment deployment) throws IOException {
    return Stream.concat(Stream.of(root.resolve("terraform")), deployment.roots().stream())
        .toList();
  }

  private Map<String, String> shell(Deployment deployment) {
    Map<String, String> variables = new TreeMap<>(deployment.environment());
    variables.putAll(ProviderMirror.environment(root));
    variables.put("STATE", "state");
    variables.put("REGION", "eu-west-2");
    variables.put("TF_CLI_ARGS_init", "-backend-config=use_path_style=true");
    return variables;
  }

  /** The commands below a heading of the document. */
  private static String block(String heading) throws IOException {
    String text = Files.readString(ExampleWorkspace.REPOSITORY.resolve("docs/scaling.md"));
    String section = "\n## %s\n.*?\n```sh\n(.*?)\n```\n".formatted(heading);
    return Pattern.compile(section, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }
}
