package io.exportctl.collection.ingestion.run;

/** State of a run in its record. */
public enum RunState {
  /** It has begun; a record that stays so is of a run that crashed. */
  IN_PROGRESS,

  /** The date is published. */
  COMPLETED,

  /** The date was published before from the same files by the same job. */
  NOTHING_NEW,

  /** The date is not published. */
  FAILED
}
