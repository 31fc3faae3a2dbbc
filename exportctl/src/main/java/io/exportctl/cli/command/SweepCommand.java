package io.exportctl.cli.command;

import io.exportctl.aws.Aws;
import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.option.Account;
import io.exportctl.cli.option.QueuedDataset;
import io.exportctl.dataset.Operation;
import io.exportctl.register.Entry;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a sweep of a dataset at once. */
@Command(
    name = "sweep",
    description = "Have a dataset's program look now for what was left behind.",
    exitCodeList = {
      "0:Done, or said what would be done.",
      "2:The command was used wrongly, or there is no such dataset.",
      "3:The command could not do its work: no credentials, no network."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl sweep prison_arrivals",
      "  exportctl sweep prison_arrivals --minutes 5 --apply"
    })
final class SweepCommand implements Callable<Integer> {

  private static final int USUAL = 30;
  private static final String MINUTES = "{minutes}";

  private final Session session;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "Age of files to take on, at least. Default: 30, as each hour.")
  private Optional<Integer> minutes = Optional.empty();

  @Mixin private final QueuedDataset named;

  SweepCommand(Session session) {
    this.session = session;
    this.named = new QueuedDataset(session);
  }

  @Override
  public Integer call() {
    if (minutes.stream().anyMatch(number -> number < 0)) {
      throw new UsageException("--minutes is " + minutes.get() + ", expected 0 or more");
    }
    Entry entry = named.find();
    Operation operation = QueuedDataset.operation(entry);
    String queue = operation.queue().orElseThrow();
    String template = operation.sweep().orElseThrow();
    if (minutes.isPresent() && !template.contains(MINUTES)) {
      throw new UsageException(
          entry.dataset().id() + " has no files to choose by age: leave --minutes out");
    }
    String message = template.replace(MINUTES, minutes.orElse(USUAL).toString());
    if (!named.isApplied()) {
      session.out().println("queue " + queue + " would get " + message + "; add --apply");
      return ExitStatus.FINE;
    }
    Aws aws = Account.of(session, entry);
    aws.queues().send(queue, message);
    session.out().println("queue " + queue + " got " + message);
    return ExitStatus.FINE;
  }
}
