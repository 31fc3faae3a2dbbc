package io.exportctl.lambda;

import io.exportctl.lambda.Leftovers.LeftBehind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Finds files that stay in the export bucket and are not marked as delivered. Listings show no
 * tags, so this takes one request for each file, and is limited to the chosen files.
 */
final class KeptFiles {

  private final KeyCalls calls;
  private final DeliveryMark mark;
  private final Executor executor;
  private final AtomicInteger unreadable = new AtomicInteger();
  private volatile String failure = "";

  /**
   * @param executor runs the many short calls
   */
  KeptFiles(Settings settings, KeyCalls calls, Executor executor) {
    this.calls = calls;
    this.mark = new DeliveryMark(new SourceTags(calls, settings.exportBucket()));
    this.executor = executor;
  }

  /** Returns the chosen files whose current version is not marked, or whose tags are unreadable. */
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

  /** Describes files whose tags could not be read; empty if there are none. */
  Optional<String> remark() {
    return unreadable.get() == 0
        ? Optional.empty()
        : Optional.of(
            "the tags of some files (%d) could not be read: %s"
                .formatted(unreadable.get(), failure));
  }

  private boolean isUndelivered(LeftBehind file, boolean isNew) {
    try {
      return switch (mark.onCurrent(file.key())) {
        case ABSENT, DELIVERED -> false;
        case UNMARKED -> true;
        // It may have been delivered: copy it once or twice more, but not every hour.
        case NO_ROOM -> isNew;
      };
    } catch (SdkException e) {
      // One file must not keep the others from their turn; the work on its hint reports the cause.
      failure = calls.explain(e);
      unreadable.incrementAndGet();
      return true;
    }
  }
}
