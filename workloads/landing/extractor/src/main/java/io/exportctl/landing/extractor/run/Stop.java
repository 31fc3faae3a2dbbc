package io.exportctl.landing.extractor.run;

import io.exportctl.landing.extractor.fault.ExtractionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request to end an extraction early, with its reason, from any thread. */
public final class Stop {

  private final Optional<Stop> whole;
  private final List<Runnable> actions = new ArrayList<>();
  private ExtractionException reason;

  public Stop() {
    this(Optional.empty());
  }

  private Stop(Optional<Stop> whole) {
    this.whole = whole;
  }

  /**
   * Creates the stop of one attempt. The attempt ends with the extraction, and the extraction with
   * the attempt, except if another attempt may succeed.
   */
  Stop attempt() {
    Stop attempt = new Stop(Optional.of(this));
    onStop(() -> attempt.end(reason().orElseThrow()));
    return attempt;
  }

  /** Ends the extraction; only the first reason counts. */
  public void because(ExtractionException why) {
    if (whole.isPresent() && !why.isSnapshotLost()) {
      whole.get().because(why);
    } else {
      end(why);
    }
  }

  private void end(ExtractionException why) {
    List<Runnable> due;
    synchronized (this) {
      if (reason != null) {
        return;
      }
      reason = why;
      due = List.copyOf(actions);
    }
    due.forEach(Runnable::run);
  }

  synchronized Optional<ExtractionException> reason() {
    return Optional.ofNullable(reason);
  }

  /** Throws the reason if there is one. */
  void check() {
    reason().ifPresent(Stop::raise);
  }

  /** Registers what ends the work of a thread; it runs at once if the end was requested before. */
  void onStop(Runnable action) {
    synchronized (this) {
      actions.add(action);
      if (reason == null) {
        return;
      }
    }
    action.run();
  }

  synchronized void forget(Runnable action) {
    actions.remove(action);
  }

  private static void raise(ExtractionException reason) {
    throw reason;
  }
}
