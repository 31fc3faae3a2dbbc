package io.exportctl.lambda;

import io.exportctl.lambda.Leftovers.LeftBehind;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Tells, of files that stay in the export bucket, those that were not delivered. A listing shows no
 * tags, so this takes a request for each file: only for a choice of them.
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

  /** Those of the chosen files whose current version bears no mark. */
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
      // It may well be delivered. Copied once or twice more, and not every hour for ever.
      case NO_ROOM -> isNew;
    };
  }
}
