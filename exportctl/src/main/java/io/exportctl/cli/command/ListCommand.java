package io.exportctl.cli.command;

import io.exportctl.cli.Session;
import io.exportctl.cli.completion.UserCandidates;
import io.exportctl.cli.option.FormatOption;
import io.exportctl.cli.terminal.TerminalWidth;
import io.exportctl.register.Register;
import io.exportctl.register.RegisterPrinter;
import io.exportctl.workspace.Workspace;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a list of the datasets. */
@Command(
    name = "list",
    description = "List all datasets: their buckets, and who may use them.",
    exitCodeList = {
      "0:All is well.",
      "1:Some files have errors; their datasets are left out.",
      "2:The command was used wrongly.",
      "3:The command could not do its work."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl list",
      "  exportctl list --user alpha_user_bo",
      "  exportctl list --format json"
    })
final class ListCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--user",
      paramLabel = "USER",
      completionCandidates = UserCandidates.class,
      description = "Only those that this user may use.")
  private Optional<String> user = Optional.empty();

  @Mixin private final FormatOption format = new FormatOption();

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Workspace workspace = session.workspace();
    Register register =
        session
            .register(workspace, workspace.read())
            .only(entry -> user.stream().allMatch(entry.users()::contains));
    RegisterPrinter printer = new RegisterPrinter(session.out());
    if (format.isJson()) {
      printer.printJson(register);
    } else {
      printer.printTable(register, TerminalWidth.of(session.environment()));
    }
    return session.complain(register.unreadable());
  }
}
