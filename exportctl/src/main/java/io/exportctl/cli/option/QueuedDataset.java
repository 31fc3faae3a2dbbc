package io.exportctl.cli.option;

import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.dataset.Operated;
import io.exportctl.dataset.Operation;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.register.Entry;
import io.exportctl.register.Register;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that send a dataset's queue something. */
public final class QueuedDataset {

  private final Session session;

  @Mixin private final OneDataset named = new OneDataset();

  @Option(names = "--apply", description = "Do it. Default: only say what would be done.")
  private boolean apply;

  public QueuedDataset(Session session) {
    this.session = session;
  }

  public boolean isApplied() {
    return apply;
  }

  /**
   * Finds the dataset.
   *
   * @throws UsageException if there is no such dataset, or its kind has no queue
   * @throws ExportctlException if its file or platform.yaml has errors
   */
  public Entry find() {
    Register register = named.register(session, session.workspace());
    Entry entry =
        register.entries().stream()
            .findFirst()
            .orElseThrow(() -> new ExportctlException(register.unreadable().get(0).message()));
    if (operation(entry).queue().isEmpty()) {
      throw new UsageException(
          entry.dataset().id() + " has no queue that a program of the platform works on");
    }
    return entry;
  }

  /** Returns the resources of the dataset in AWS. */
  public static Operation operation(Entry entry) {
    if (entry.dataset() instanceof Operated dataset) {
      return dataset.operation(entry.platform());
    }
    throw new UsageException(entry.dataset().id() + " has nothing in AWS to look at");
  }
}
