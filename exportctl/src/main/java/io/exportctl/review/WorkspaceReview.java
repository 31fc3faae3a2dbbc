package io.exportctl.review;

import io.exportctl.dataset.DatasetId;
import io.exportctl.dataset.Effect;
import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.Kinds;
import io.exportctl.register.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares two versions of a workspace. */
final class WorkspaceReview {

  private final Optional<Version> before;
  private final Version after;
  private final Platform platform;

  /** New ids of renamed datasets, by their old ones. */
  private final Map<DatasetId, DatasetId> renamed;

  private WorkspaceReview(Optional<Version> before, Version after, Platform platform) {
    this.before = before;
    this.after = after;
    this.platform = platform;
    this.renamed = before.map(former -> Renaming.of(former, after)).orElse(Map.of());
  }

  /**
   * Lists the changes between two versions.
   *
   * @param before the earlier version; empty if the workspace is new
   * @return sorted by file; empty if the platform's file has errors now
   */
  static List<Change> changes(Optional<Version> before, Version after) {
    return after
        .platform()
        .map(platform -> new WorkspaceReview(before, after, platform).changes())
        .orElse(List.of());
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>(PlatformChanges.of(before, after, platform));
    TreeSet<DatasetId> ids = new TreeSet<>(after.entries().keySet());
    before.ifPresent(former -> ids.addAll(former.entries().keySet()));
    ids.forEach(id -> changes.addAll(changes(id)));
    return changes;
  }

  private List<Change> changes(DatasetId id) {
    Optional<Entry> now = Optional.ofNullable(after.entries().get(id));
    Optional<Entry> was = before.flatMap(former -> Optional.ofNullable(former.entries().get(id)));
    if (isDraft(was) || isDraft(now)) {
      return draft(was, now, id);
    }
    if (now.isPresent() && was.isPresent()) {
      return compared(was.get(), now.get());
    }
    if (now.isPresent()) {
      return renamed.containsValue(id) ? List.of() : added(now.get(), arrival(id));
    }
    // A file that has errors now is not removed; its errors are reported.
    return was.filter(entry -> !after.files().contains(id))
        .map(entry -> removed(entry, id))
        .orElse(List.of());
  }

  private static boolean isDraft(Optional<Entry> entry) {
    return entry.filter(one -> !one.details().state().isDeployed()).isPresent();
  }

  /** A draft means nothing for people and data until it becomes active. */
  private List<Change> draft(Optional<Entry> was, Optional<Entry> now, DatasetId id) {
    Optional<Entry> deployed = was.filter(entry -> !isDraft(was));
    if (deployed.isPresent()) {
      return removed(deployed.get(), id);
    }
    if (now.isPresent() && !isDraft(now)) {
      return added(now.get(), id.name() + " is deployed, and was a draft");
    }
    if (now.isEmpty() && after.files().contains(id)) {
      // It has errors now, which are reported.
      return List.of();
    }
    String file = now.or(() -> was).orElseThrow().file().source();
    String happens = now.isEmpty() ? "is removed" : was.isEmpty() ? "is new" : "changes";
    return was.isPresent() && now.isPresent() && isSame(was.get(), now.get())
        ? List.of()
        : List.of(
            Change.of(
                Effect.NONE, file, "the draft " + id + " " + happens + "; it is not deployed"));
  }

  private static boolean isSame(Entry was, Entry now) {
    return Values.textWithout(Set.of(), was.file().document())
        .equals(Values.textWithout(Set.of(), now.file().document()));
  }

  private List<Change> compared(Entry was, Entry now) {
    return MeaningChanges.of(
        now.file().source(), platform, SharedMeaning.of(was), SharedMeaning.of(now));
  }

  private List<Change> added(Entry now, String arrival) {
    String file = now.file().source();
    List<Change> changes = new ArrayList<>();
    changes.add(Change.of(Effect.WIDENS, file, arrival));
    changes.addAll(MeaningChanges.ofAccess(file, platform, Meaning.NOTHING, SharedMeaning.of(now)));
    return changes;
  }

  private String arrival(DatasetId id) {
    if (before.isPresent() && before.get().files().contains(id)) {
      return before.get().platform().isPresent()
          ? "the former file of " + id.name() + " had errors, so all of it counts as new"
          : "the former " + id.name() + " cannot be compared, so all of it counts as new";
    }
    return before.stream()
        .flatMap(former -> former.files().stream())
        .filter(other -> other.name().equals(id.name()) && !after.files().contains(other))
        .sorted()
        .findFirst()
        .map(
            other ->
                id.name()
                    + " is now a "
                    + id.kind()
                    + " dataset instead of a "
                    + other.kind()
                    + " dataset")
        .orElse(id.name() + " is a new " + id.kind() + " dataset");
  }

  private List<Change> removed(Entry was, DatasetId id) {
    String file = was.file().source();
    String removal = Kinds.of(id.kind()).removal(id.name(), was.platform());
    DatasetId next = renamed.get(id);
    if (next != null) {
      return List.of(
          Change.of(
              Effect.DESTROYS,
              file,
              id.name()
                  + " is renamed to "
                  + next.name()
                  + ", which is deployed anew under other names; for "
                  + id.name()
                  + ", "
                  + removal));
    }
    List<Change> changes = new ArrayList<>();
    changes.add(Change.of(Effect.DESTROYS, file, id.name() + " is removed: " + removal));
    changes.addAll(MeaningChanges.ofAccess(file, platform, SharedMeaning.of(was), Meaning.NOTHING));
    return changes;
  }
}
