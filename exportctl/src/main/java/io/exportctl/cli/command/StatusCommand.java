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
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.operate.StatusJson;
import io.exportctl.operate.StatusPrinter;
import io.exportctl.operate.StatusReport;
import io.exportctl.operate.StatusReports;
import io.exportctl.register.Register;
import io.exportctl.text.Quantity;
import io.exportctl.text.Quotation;
import io.exportctl.workspace.Installation;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the state of datasets in AWS. */
@Command(
    name = "status",
    description = "Show what is deployed, what waits and what fails, by asking AWS.",
    exitCodeList = {
      "0:All is well.",
      "1:Something is wrong in AWS, or a file has errors.",
      "2:The command was used wrongly, or there is no such dataset.",
      "3:The command could not do its work: no credentials, no network."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl status",
      "  exportctl status prison_arrivals court_dashboard",
      "  exportctl status --format json",
      "  exportctl status --watch"
    })
final class StatusCommand implements Callable<Integer> {

  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Session session;

  @Parameters(
      paramLabel = "DATASET",
      completionCandidates = DatasetCandidates.class,
      arity = "0..*",
      description = "Their names. Default: all datasets, and roles that belong to none.")
  private List<String> names = List.of();

  @Option(names = "--watch", description = "Ask again every 30 seconds, until Ctrl-C.")
  private boolean watch;

  @Mixin private final FormatOption format = new FormatOption();

  StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (watch && format.isJson()) {
      throw new UsageException("--watch prints text, expected no --format json beside it");
    }
    Workspace workspace = session.workspace();
    Inventory inventory = workspace.read();
    Register all = session.register(workspace, inventory);
    Register register = names.isEmpty() ? all : all.only(new NamedDatasets(inventory).all(names));
    if (register.entries().isEmpty() && !register.unreadable().isEmpty()) {
      return session.complain(register.unreadable());
    }
    Optional<Aws> aws =
        register.entries().stream().findFirst().map(entry -> Account.of(session, entry));
    int status = print(register, aws);
    session.out().flush();
    return watch
        ? repeat(register, aws)
        : Math.max(status, session.complain(register.unreadable()));
  }

  private int print(Register register, Optional<Aws> aws) {
    Instant now = session.environment().clock().instant();
    StatusReport report =
        aws.map(account -> read(account, register, now))
            .orElseGet(() -> new StatusReport(List.of(), List.of(), new TreeSet<>()));
    Account.progress(session, Optional.empty());
    if (format.isJson()) {
      StatusJson.print(report, register.unreadable(), session.out());
    } else {
      new StatusPrinter(session.out(), now).print(report, TerminalWidth.of(session.environment()));
    }
    if (!report.lacking().isEmpty()) {
      session
          .environment()
          .err()
          .println(
              "exportctl: unknown (?), as your credentials lack "
                  + String.join(", ", report.lacking())
                  + "; docs/operating.md has a policy");
    }
    return report.isWrong() ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  private StatusReport read(Aws aws, Register register, Instant now) {
    Installation installation = Installation.around(session.environment().code());
    String of = " of " + Quantity.of(register.entries().size(), "dataset");
    boolean isWhole = names.isEmpty() && register.unreadable().isEmpty();
    return new StatusReports(aws, installation)
        .read(
            register.entries(),
            isWhole,
            now,
            done -> Account.progress(session, Optional.of("asking AWS: " + done + of)));
  }

  /** Prints the status, or why AWS could not be asked this time: the network may come back. */
  private void printAnyway(Register register, Optional<Aws> aws) {
    try {
      print(register, aws);
    } catch (ExportctlException e) {
      session.out().println("exportctl: " + Quotation.printable(e.getMessage()));
    }
    session.out().flush();
  }

  /** Prints the status again and again, until the output is closed. */
  private int repeat(Register register, Optional<Aws> aws) {
    String start = session.environment().obeysEscapes() ? UntilInterrupted.CLEAR_SCREEN : "\n";
    return UntilInterrupted.run(
        () -> {
          while (!session.out().checkError()) {
            Thread.sleep(PAUSE.toMillis());
            session.out().print(start);
            printAnyway(register, aws);
          }
        });
  }
}
