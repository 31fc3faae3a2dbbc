package io.exportctl.collection.ingestion.run;

import java.time.LocalDate;

/** Told of each step of a run when it is done. */
public interface RunObserver {

  /** An observer that ignores everything. */
  RunObserver NONE = (date, step) -> {};

  /** Called after a step. */
  void reached(LocalDate date, RunStep step);
}
