package io.exportctl.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Runs the real terraform in a folder. */
public final class Terraform {

  private static final Set<String> NEED_PROVIDER =
      Set.of("apply", "graph", "init", "plan", "show", "test", "validate");

  private final Command command;
  private final Map<String, String> variables = new TreeMap<>();
  private boolean shared = true;

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
    this.variables.putAll(variables);
    return this;
  }

  /** Makes each command install, lock and start the provider itself, as a user's commands do. */
  public Terraform withOwnProvider() {
    shared = false;
    return this;
  }

  /** Runs a command; those that need the provider attach to one that runs already. */
  public Command.Result run(String... arguments) {
    List<String> line = new ArrayList<>(List.of("terraform"));
    line.addAll(List.of(arguments));
    if (!shared || !NEED_PROVIDER.contains(arguments[0])) {
      return command.run(line);
    }
    try (SharedProvider provider = SharedProvider.lease(variables)) {
      return command.with(provider.environment()).run(line);
    }
  }
}
