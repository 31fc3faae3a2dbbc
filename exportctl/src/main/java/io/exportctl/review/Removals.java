package io.exportctl.review;

import io.exportctl.dataset.AllowedRemoval;
import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.DatasetState;
import io.exportctl.dataset.Details;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.git.Baseline;
import io.exportctl.git.ChangedFiles;
import io.exportctl.git.DatasetChange;
import io.exportctl.git.DatasetChanges;
import io.exportctl.git.Snapshot;
import io.exportctl.kind.Kinds;
import io.exportctl.workspace.Inventory;
import io.exportctl.workspace.Workspace;
import io.exportctl.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds deployed datasets that a change takes away without having retired them: their files are
 * deleted, or made drafts. A dataset may be renamed, and a comment may allow a removal.
 */
public final class Removals {

  private final Map<DatasetId, DatasetFile> now = new HashMap<>();
  private final Map<DatasetId, AllowedRemoval> allowed = new HashMap<>();
  private final List<DatasetFile> files;

  private Removals(Inventory current) {
    this.files = current.datasets();
    files.forEach(file -> file.id().ifPresent(id -> now.put(id, file)));
    Stream.concat(
            Stream.of(current.platform()), current.datasets().stream().map(DatasetFile::document))
        .flatMap(document -> AllowedRemoval.in(document).stream())
        .forEach(one -> allowed.put(one.id(), one));
  }

  /**
   * Returns the findings, in the order of the former files.
   *
   * @param baseline the commit that the current work parted from
   * @param now the inventory of the workspace as it is
   * @throws io.exportctl.diagnostic.ExportctlException if git cannot answer
   */
  public static List<Diagnostic> since(
      Baseline baseline, Workspace workspace, ChangedFiles changed, Inventory now) {
    // Git starts a process for each changed file that a snapshot reads.
    return mayTakeAway(workspace, changed, now)
        ? Snapshot.of(baseline, workspace, changed, now)
            .map(before -> between(before, now))
            .orElse(List.of())
        : List.of();
  }

  private static boolean mayTakeAway(Workspace workspace, ChangedFiles changed, Inventory now) {
    return DatasetChanges.of(workspace, changed).datasets().stream()
            .anyMatch(change -> change.type() == DatasetChange.Type.REMOVED)
        || now.datasets().stream()
            .filter(file -> !Details.stateOf(file.document()).isDeployed())
            .anyMatch(file -> changed.contains(workspace.resolve(file.document().file())));
  }

  /** Returns the findings of a change between two versions of a workspace. */
  static List<Diagnostic> between(Inventory before, Inventory now) {
    Removals removals = new Removals(now);
    List<Diagnostic> found = new ArrayList<>();
    before.datasets().forEach(file -> removals.check(file).ifPresent(found::add));
    return found;
  }

  private Optional<Diagnostic> check(DatasetFile former) {
    DatasetState state = Details.stateOf(former.document());
    DatasetId id = former.id().orElseThrow();
    if (!state.isDeployed() || state == DatasetState.RETIRED || allowed.containsKey(id)) {
      return Optional.empty();
    }
    DatasetFile current = now.get(id);
    if (current != null) {
      return Details.stateOf(current.document()).isDeployed()
          ? Optional.empty()
          : Optional.of(draft(current, state));
    }
    return isRenamed(id) ? Optional.empty() : Optional.of(deletion(former, id, state));
  }

  private boolean isRenamed(DatasetId id) {
    // A kind without a way to rename leaves the data of the former name behind.
    return Kinds.of(id.kind()).canBeRenamed()
        && files.stream()
            .filter(file -> file.kind() == id.kind())
            .flatMap(file -> Details.of(file.document()).formerName().stream())
            .anyMatch(id.name()::equals);
  }

  private static Diagnostic deletion(DatasetFile former, DatasetId id, DatasetState state) {
    return helped(
        Diagnostic.of(
            Location.of(former.document().file()),
            RuleId.UNRETIRED_REMOVAL,
            "the file of %s dataset is gone, expected it to be retired first"
                .formatted(state == DatasetState.ACTIVE ? "an active" : "a " + state)),
        id);
  }

  private static Diagnostic draft(DatasetFile current, DatasetState state) {
    YamlDocument document = current.document();
    return helped(
        Diagnostic.of(
            document.location(document.text("state").orElseThrow()),
            RuleId.UNRETIRED_REMOVAL,
            "a draft takes down what is deployed, expected \"retired\" instead of \"%s\" first"
                .formatted(state)),
        current.id().orElseThrow());
  }

  private static Diagnostic helped(Diagnostic found, DatasetId id) {
    return found.withHelp(
        "run exportctl retire %s and apply that first, or write \"%s\" in datasets/platform.yaml"
            .formatted(id, AllowedRemoval.MODEL.replace("KIND/NAME", id.toString())));
  }
}
