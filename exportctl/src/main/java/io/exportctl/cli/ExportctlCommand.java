package io.exportctl.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The tool itself, with its commands as subcommands. */
@Command(
    name = "exportctl",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    description = "Lets data out of the platform, safely: datasets in YAML, deployed by Terraform.",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:All is well.",
      "1:Something was found in the files, or would change with --check or --diff.",
      "2:The command was used wrongly.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl new push new_project",
      "  exportctl validate",
      "  exportctl render"
    })
final class ExportctlCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private final Session session;

  ExportctlCommand(Session session) {
    this.session = session;
  }

  /** Without a command: prints the usage. */
  @Override
  public Integer call() {
    spec.commandLine().usage(session.environment().err());
    return ExitStatus.WRONG_USAGE;
  }
}
