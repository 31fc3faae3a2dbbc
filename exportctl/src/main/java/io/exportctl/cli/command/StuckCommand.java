package io.exportctl.cli.command;

import io.exportctl.aws.Aws;
import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.completion.DatasetCandidates;
import io.exportctl.cli.option.Account;
import io.exportctl.cli.option.FormatOption;
import io.exportctl.cli.option.NamedDatasets;
import io.exportctl.cli.terminal.TerminalWidth;
import io.exportctl.dataset.Operated;
import io.exportctl.operate.StuckFiles;
import io.exportctl.operate.StuckPrinter;
import io.exportctl.register.Entry;
import io.exportctl.register.Register;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the files of a dataset that are left behind. */
@Command(
    name = "stuck",
    description = "List the files of a dataset that are left behind, with age and reason.",
    exitCodeList = {
      "0:Nothing is stuck.",
      "1:Something is stuck, or the dataset's file has errors.",
      "2:The command was used wrongly, or there is no such dataset.",
      "3:The command could not do its work: no credentials, no network."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl stuck prison_arrivals",
      "  exportctl stuck push/case_outcomes --format json"
    })
final class StuckCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "DATASET",
      completionCandidates = DatasetCandidates.class,
      description = "Its name; KIND/NAME for one of two that have the same.")
  private String name;

  @Mixin private final FormatOption format = new FormatOption();

  StuckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Workspace workspace = session.workspace();
    Inventory inventory = workspace.read();
    Register register =
        session
            .register(workspace, inventory)
            .only(List.of(new NamedDatasets(inventory).one(name)));
    for (Entry entry : register.entries()) {
      return list(entry);
    }
    return session.complain(register.unreadable());
  }

  private int list(Entry entry) {
    if (!(entry.dataset() instanceof Operated dataset)
        || dataset.backlog(entry.platform()).isEmpty()) {
      throw new UsageException(
          entry.dataset().id() + " has no files that wait for a program of the platform");
    }
    Aws aws = Account.of(session, entry);
    Instant now = session.environment().clock().instant();
    StuckFiles stuck = StuckFiles.find(aws, dataset, entry.platform(), now);
    StuckPrinter printer = new StuckPrinter(session.out(), now);
    if (format.isJson()) {
      printer.printJson(dataset.id(), stuck);
    } else {
      printer.print(dataset.id(), stuck, TerminalWidth.of(session.environment()));
    }
    if (!stuck.lacking().isEmpty()) {
      session
          .environment()
          .err()
          .println(
              "exportctl: incomplete, as your credentials lack "
                  + String.join(", ", stuck.lacking())
                  + "; docs/operating.md has a policy");
    }
    return stuck.files().isEmpty() ? ExitStatus.FINE : ExitStatus.FINDINGS;
  }
}
