package io.exportctl.cli.option;

import static io.exportctl.text.Quotation.printable;
import static io.exportctl.text.Quotation.quote;

import io.exportctl.cli.ExitStatus;
import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.WrongUsage;
import io.exportctl.cli.command.FileDiff;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.fix.Fixed;
import io.exportctl.fix.UserChange;
import io.exportctl.fix.UserChanges;
import io.exportctl.kind.Kinds;
import io.exportctl.text.Quantity;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Shared part of the commands for users: a change is made in all datasets, or in none. */
public final class UserEdits {

  private final Session session;

  @Option(names = "--diff", description = "Write nothing; print what would change, line by line.")
  private boolean diff;

  public UserEdits(Session session) {
    this.session = session;
  }

  /**
   * Changes a user.
   *
   * @param datasets names of the datasets; empty for all datasets
   * @return one of {@link ExitStatus}
   */
  public int make(UserChange change, List<String> datasets) {
    Workspace workspace = session.workspace();
    Inventory inventory = workspace.read();
    NamedDatasets named = new NamedDatasets(inventory);
    List<DatasetFile> files =
        datasets.isEmpty() ? inventory.datasets() : datasets.stream().map(named::one).toList();
    change.subject().ifPresent(user -> requireUser(user, files));
    Set<String> paths =
        files.stream().map(file -> file.document().file()).collect(Collectors.toSet());
    Predicate<String> selected = datasets.isEmpty() ? path -> true : paths::contains;

    Fixed plan = UserChanges.plan(workspace, session.validator(workspace), change, selected);
    if (!plan.declined().isEmpty() || plan.left().hasErrors()) {
      return refuse(plan);
    }
    if (diff) {
      plan.files().forEach(file -> FileDiff.print(file, workspace, session.out()));
      return plan.files().isEmpty() ? ExitStatus.FINE : ExitStatus.FINDINGS;
    }
    if (plan.files().isEmpty()) {
      String number = Quantity.of(files.size(), "dataset");
      session.out().println("nothing to change in " + number + ": " + change.whenDone());
      return ExitStatus.FINE;
    }
    session.writeAlone(workspace, plan::write);
    plan.done()
        .forEach(
            done ->
                session.out().println(printable(done.location().toString()) + ": " + done.what()));
    session.out().println(Quantity.of(plan.files().size(), "file") + " changed");
    return ExitStatus.FINE;
  }

  private int refuse(Fixed plan) {
    session.print(plan.left());
    PrintWriter err = session.environment().err();
    plan.declined()
        .forEach(one -> err.println("exportctl: " + printable(one.file()) + ": " + one.reason()));
    err.println("exportctl: nothing was written");
    return ExitStatus.FINDINGS;
  }

  /**
   * Refuses an unknown user, unless a file that cannot be read might name it; that file is reported
   * later.
   */
  private void requireUser(String user, List<DatasetFile> files) {
    if (files.stream().anyMatch(file -> file.document().root().isEmpty())) {
      return;
    }
    TreeSet<String> known =
        files.stream().flatMap(Kinds::users).collect(Collectors.toCollection(TreeSet::new));
    if (!known.contains(user)) {
      throw new UsageException(
          "no user "
              + quote(user)
              + " there"
              + WrongUsage.didYouMean(user, known).orElse("; exportctl list shows all"));
    }
  }
}
