package io.exportctl.cli.command;

import io.exportctl.aws.Aws;
import io.exportctl.aws.Queues.Move;
import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.option.Account;
import io.exportctl.cli.option.QueuedDataset;
import io.exportctl.dataset.Operation;
import io.exportctl.operate.Redrive;
import io.exportctl.register.Entry;
import io.exportctl.text.Quantity;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Moves the dead letters of a dataset back to its queue. */
@Command(
    name = "redrive",
    description = "Have the dead letters of a dataset tried again, once the cause is gone.",
    exitCodeList = {
      "0:Done, or said what would be done.",
      "2:The command was used wrongly, or there is no such dataset.",
      "3:The command could not do its work: no credentials, no network."
    },
    footer = {
      "",
      "Examples:",
      "  exportctl redrive prison_arrivals",
      "  exportctl redrive prison_arrivals --apply"
    })
final class RedriveCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final QueuedDataset named;

  RedriveCommand(Session session) {
    this.session = session;
    this.named = new QueuedDataset(session);
  }

  @Override
  public Integer call() {
    Entry entry = named.find();
    Operation operation = QueuedDataset.operation(entry);
    String queue = operation.queue().orElseThrow();
    Aws aws = Account.of(session, entry);
    Redrive redrive = Redrive.plan(aws, operation.deadLetters().orElseThrow(), queue);
    String letters = Quantity.of(redrive.messages(), "dead letter");
    if (redrive.messages() == 0) {
      session.out().println(entry.dataset().id() + " has no dead letters");
    } else if (!named.isApplied()) {
      session.out().println(letters + " would go back to the queue " + queue + "; add --apply");
    } else {
      run(redrive, queue);
    }
    return ExitStatus.FINE;
  }

  private void run(Redrive redrive, String queue) {
    Move move =
        redrive.run(
            moved ->
                Account.progress(session, Optional.of(Quantity.of(moved, "message") + " moved")));
    Account.progress(session, Optional.empty());
    String moved = Quantity.of(move.moved(), "message");
    session
        .out()
        .println(
            Redrive.isRunning(move)
                ? moved + " went back to the queue " + queue + " so far; SQS goes on by itself"
                : moved + " went back to the queue " + queue);
  }
}
