package io.exportctl.source.cli;

import io.exportctl.source.fault.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself, with its commands as subcommands. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    description = "Keeps data from outside in PostgreSQL, and serves it by a signed JSON API.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:All is well.",
      "1:Something was found in a file.",
      "2:The command line or the environment is wrong.",
      "3:The command could not do its work."
    })
final class StoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Prints where a failure came from; it may show cells of a file.")
  private boolean stacktrace;

  boolean stacktrace() {
    return stacktrace;
  }

  /** Without a command: prints the usage. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitStatus.WRONG_USAGE.code();
  }
}
