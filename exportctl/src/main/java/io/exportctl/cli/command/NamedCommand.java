package io.exportctl.cli.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds a command by its name, or a subcommand by its name after that of its parent. */
final class NamedCommand {

  private NamedCommand() {}

  /**
   * Returns the command with the given names.
   *
   * @param names empty for the tool itself
   * @throws UnmatchedArgumentException if there is no such command
   */
  static CommandSpec find(CommandSpec tool, List<String> names) {
    CommandSpec found = tool;
    for (String name : names) {
      CommandLine named = found.subcommands().get(name);
      if (named == null) {
        throw new UnmatchedArgumentException(found.commandLine(), List.of(name));
      }
      found = named.getCommandSpec();
    }
    return found;
  }
}
