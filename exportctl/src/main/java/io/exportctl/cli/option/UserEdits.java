package io.exportctl.cli.option;

import static io.exportctl.text.Quotation.quote;

import io.exportctl.cli.Session;
import io.exportctl.cli.UsageException;
import io.exportctl.cli.WrongUsage;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.fix.UserChange;
import io.exportctl.kind.Kinds;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;

/** Shared part of the commands for users: a change is made in all datasets, or in none. */
public final class UserEdits {

  private final Session session;

  @Mixin private final FileEdits edits;

  public UserEdits(Session session) {
    this.session = session;
    this.edits = new FileEdits(session);
  }

  /**
   * Changes a user.
   *
   * @param datasets names of the datasets; empty for all datasets
   * @return one of {@link io.exportctl.cli.ExitStatus}
   */
  public int make(UserChange change, List<String> datasets) {
    Workspace workspace = session.workspace();
    Inventory inventory = workspace.read();
    NamedDatasets named = new NamedDatasets(inventory);
    List<DatasetFile> files =
        datasets.isEmpty() ? inventory.datasets() : datasets.stream().map(named::one).toList();
    change.subject().ifPresent(user -> requireUser(user, files));
    return edits.make(workspace, change, files, datasets.isEmpty(), () -> {});
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
