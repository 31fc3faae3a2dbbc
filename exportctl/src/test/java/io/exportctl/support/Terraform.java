package io.exportctl.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the real terraform in a folder. */
public final class Terraform {

  private final Command command;

  private Terraform(Command command) {
    this.command = command;
  }

  /**
   * Prepares terraform in a folder; writes the configuration to find the provider beside it.
   *
   * @param directory a folder whose parent the test may write to
   */
  public static Terraform in(Path directory) {
    Map<String, String> quiet = Map.of("TF_IN_AUTOMATION", "1", "CHECKPOINT_DISABLE", "1");
    return new Terraform(
        Command.in(directory)
            .with(quiet)
            .with(ProviderMirror.environment(directory.toAbsolutePath().getParent())));
  }

  public Terraform with(Map<String, String> variables) {
    command.with(variables);
    return this;
  }

  public Command.Result run(String... arguments) {
    List<String> line = new ArrayList<>(List.of("terraform"));
    line.addAll(List.of(arguments));
    return command.run(line);
  }
}
