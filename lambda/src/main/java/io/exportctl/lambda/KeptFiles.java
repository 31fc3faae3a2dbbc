package io.exportctl.lambda;

import io.exportctl.lambda.Leftovers.LeftBehind;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Finds files that stay in the export bucket and are not marked as delivered. Listings show no
 * tags, so this takes one request for each file, and is limited to the chosen files.
 */
final class KeptFiles {

  private final DeliveryMark mark;
  private final Executor executor;

  /**
   * @param executor runs the many short calls
   */
  KeptFiles(Settings settings, KeyCalls calls, Executor executor) {
    this.mark = new DeliveryMark(new SourceTags(calls, settings.exportBucket()));
    this.executor = executor;
  }

  /** Returns the chosen files whose current version is not marked. */
  Leftovers undelivered(Leftovers files) {
    List<LeftBehind> chosen = files.chosen();
    List<Boolean> undelivered =
        BoundedParallel.map(chosen, executor, file -> isUndelivered(file, files.isNew(file)));
    Leftovers found = files.empty();
    for (int i = 0; i < chosen.size(); i++) {
      if (undelivered.get(i)) {
        found.add(chosen.get(i).key(), chosen.get(i).written());
      }
    }
    return found;
  }

  private boolean isUndelivered(LeftBehind file, boolean isNew) {
    return switch (mark.onCurrent(file.key())) {
      case ABSENT, DELIVERED -> false;
      case UNMARKED -> true;
      // It may have been delivered: copy it once or twice more, but not every hour.
      case NO_ROOM -> isNew;
    };
  }
}
