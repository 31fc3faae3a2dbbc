package io.exportctl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.exportctl.support.Command;
import io.exportctl.support.ExampleWorkspace;
import io.exportctl.support.ProviderMirror;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs the shell commands of docs/migrating.md unchanged against an emulator. */
final class DocumentedCommands {

  /** Name of the state bucket in the document, and its name here. */
  private static final String STATE = "example-terraform-state";

  /** Version 1 of the AWS CLI needs the endpoint of queues in each call. */
  private static final String AWS =
      "aws() { command aws --endpoint-url \"$AWS_ENDPOINT_URL\" \"$@\"; }\n";

  private final String names;
  private final List<String> blocks;
  private final Set<String> run = new HashSet<>();
  private final Command command;

  /**
   * Prepares the commands.
   *
   * @param root the workspace's folder
   * @param emulator the environment for programs to use the emulator
   */
  DocumentedCommands(Path root, Map<String, String> emulator) throws IOException {
    Path document = ExampleWorkspace.REPOSITORY.resolve("docs/migrating.md");
    List<String> all =
        Pattern.compile("\n```sh\n(.*?)\n```\n", Pattern.DOTALL)
            .matcher(Files.readString(document))
            .results()
            .map(found -> found.group(1))
            .toList();
    this.names = all.get(0).replace(STATE, "state") + "\n";
    this.blocks = all.subList(1, all.size());
    Path launcher = ExampleWorkspace.REPOSITORY.resolve("exportctl/bin");
    this.command =
        Command.in(root)
            .with(emulator)
            .with(ProviderMirror.environment(root))
            .with(
                Map.of(
                    // Version 1 of the AWS CLI would use its own endpoint for queues.
                    "BOTO_DISABLE_COMMONNAME",
                    "true",
                    "PATH",
                    launcher + ":" + System.getenv("PATH"),
                    "TF_CLI_ARGS_init",
                    "-no-color -backend-config=use_path_style=true",
                    "TF_CLI_ARGS_plan",
                    "-no-color",
                    "TF_CLI_ARGS_apply",
                    "-no-color"));
  }

  /**
   * Runs a block of commands with the variables that the first block sets.
   *
   * @param excerpt text that only this block contains, or the whole block
   * @return its output
   */
  String run(String excerpt) {
    List<String> meant =
        blocks.contains(excerpt)
            ? List.of(excerpt)
            : blocks.stream().filter(block -> block.contains(excerpt)).toList();
    assertThat(meant).as(excerpt).hasSize(1);
    run.add(meant.get(0));
    return command.run("bash", "-euo", "pipefail", "-c", AWS + names + meant.get(0)).orFail();
  }

  /** Returns the blocks that were never run. */
  Set<String> left() {
    return blocks.stream().filter(block -> !run.contains(block)).collect(Collectors.toSet());
  }
}
