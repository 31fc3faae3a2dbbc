package io.exportctl.cli.command;

import io.exportctl.aws.Aws;
import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.option.Account;
import io.exportctl.cli.option.FormatOption;
import io.exportctl.cli.option.OneDataset;
import io.exportctl.cli.terminal.TerminalWidth;
import io.exportctl.dataset.Operated;
import io.exportctl.operate.StuckFiles;
import io.exportctl.operate.StuckPrinter;
import io.exportctl.register.Entry;
import io.exportctl.register.Register;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Mixin private final OneDataset named = new OneDataset();

  @Mixin private final FormatOption format = new FormatOption();

  StuckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Register register = named.register(session, session.workspace());
    return register.entries().isEmpty()
        ? session.complain(register.unreadable())
        : list(register.entries().get(0));
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
