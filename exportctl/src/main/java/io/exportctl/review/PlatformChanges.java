package io.exportctl.review;

import io.exportctl.dataset.Effect;
import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.Kind;
import io.exportctl.kind.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares two versions of platform.yaml. */
final class PlatformChanges {

  private static final String FILE = "datasets/platform.yaml";

  private PlatformChanges() {}

  /**
   * Lists the changes of what all datasets share, then those of the sections of the kinds.
   *
   * @param platform the platform of the later version
   */
  static List<Change> of(Optional<Version> before, Version after, Platform platform) {
    if (before.isEmpty()) {
      return List.of(Change.of(Effect.WIDENS, FILE, "the workspace is new"));
    }
    Version former = before.get();
    if (former.platform().isEmpty()) {
      return List.of(
          Change.of(
              Effect.WIDENS, FILE, "the former file had errors, so everything counts as new"));
    }
    Platform old = former.platform().get();
    List<Change> changes =
        new ArrayList<>(
            MeaningChanges.of(
                FILE, platform, PlatformMeaning.of(old), PlatformMeaning.of(platform)));
    for (Kind kind : Kinds.all()) {
      Optional<Meaning> was = PlatformMeaning.of(kind, old, former.inventory().platform());
      Optional<Meaning> now = PlatformMeaning.of(kind, platform, after.inventory().platform());
      changes.addAll(section(kind, was, now, platform));
    }
    return changes;
  }

  private static List<Change> section(
      Kind kind, Optional<Meaning> was, Optional<Meaning> now, Platform platform) {
    if (was.isPresent() && now.isPresent()) {
      return MeaningChanges.of(FILE, platform, was.get(), now.get());
    }
    String settings = "settings for " + kind.id() + " datasets";
    if (now.isPresent()) {
      return List.of(Change.of(Effect.NONE, FILE, "there are now " + settings));
    }
    List<Change> changes = new ArrayList<>();
    if (was.isPresent()) {
      changes.add(
          Change.of(
              Effect.DESTROYS,
              FILE,
              "there are no longer " + settings + ", so what these share is deleted"));
      changes.addAll(MeaningChanges.ofBuckets(FILE, was.get(), Meaning.NOTHING));
    }
    return changes;
  }
}
