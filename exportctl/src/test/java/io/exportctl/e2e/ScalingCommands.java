package io.exportctl.e2e;

import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.ProviderMirror;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Runs the commands of docs/scaling.md unchanged against a deployment. */
final class ScalingCommands {

  private ScalingCommands() {}

  /** Runs the first block of commands below a heading. */
  static void run(Deployment deployment, String heading) throws IOException {
    Command.in(deployment.folder().resolve("terraform"))
        .with(shell(deployment))
        .run("sh", "-c", block(heading))
        .orFail();
  }

  private static Map<String, String> shell(Deployment deployment) {
    Map<String, String> variables = new TreeMap<>(deployment.environment());
    variables.putAll(ProviderMirror.environment(deployment.folder()));
    variables.put("STATE", "state");
    variables.put("REGION", "eu-west-2");
    variables.put("TF_CLI_ARGS_init", "-backend-config=use_path_style=true");
    return variables;
  }

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
