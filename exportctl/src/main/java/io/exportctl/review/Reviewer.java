package io.exportctl.review;

import io.exportctl.dataset.Effect;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.ExportctlException;
import io.exportctl.git.Baseline;
import io.exportctl.git.ChangedFiles;
import io.exportctl.git.Snapshot;
import io.exportctl.register.Register;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reviews a workspace against the commit that the work in it parted from.
 *
 * @param registers returns the datasets of an inventory that have no errors
 */
public record Reviewer(Workspace workspace, Function<Inventory, Register> registers) {

  /**
   * Lists the changes since a commit: committed, staged, edited or new.
   *
   * @param since a name that git accepts, such as {@code origin/main}
   * @param caller the user's working directory
   * @param variables the user's environment
   * @throws ExportctlException if git cannot answer
   */
  public Review review(String since, Path caller, Map<String, String> variables) {
    Baseline baseline = Baseline.of(since, workspace, caller, variables);
    ChangedFiles changed = ChangedFiles.since(baseline);
    Inventory now = workspace.read();
    Version after = version(now);
    Optional<Inventory> former = Snapshot.of(baseline, workspace, changed, now);
    Optional<Version> before = former.map(this::version);
    List<Change> changes = new ArrayList<>(WorkspaceReview.changes(before, after));
    changes.addAll(sharedChanges(changed));
    List<Diagnostic> removals =
        former.map(inventory -> Removals.between(inventory, now)).orElse(List.of());
    return new Review(since, changes, removals, registers.apply(now).unreadable());
  }

  private Version version(Inventory inventory) {
    return Version.of(inventory, registers.apply(inventory));
  }

  /** Returns the folders whose effect is not in the YAML. */
  private List<Change> sharedChanges(ChangedFiles changed) {
    return Stream.of(workspace.schema(), workspace.templates(), workspace.terraform())
        .filter(changed::contains)
        .map(workspace::source)
        .map(
            folder ->
                Change.of(
                    Effect.WIDENS,
                    folder,
                    "files in " + folder + "/ change, which all datasets share; read their diff"))
        .toList();
  }
}
