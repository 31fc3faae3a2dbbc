package io.exportctl.collection.ingestion.run;

/** Steps of the run of a date, in their order. */
public enum RunStep {
  /** The files are listed. */
  LISTED,

  /** The run's record says that it is in progress, and the tables are there. */
  STARTED,

  /** The rows are on the run's branch. */
  STAGED,

  /** The files are still those that were listed. */
  UNCHANGED,

  /** Few enough records are bad. */
  JUDGED,

  /** The rows are published. */
  PUBLISHED,

  /** The run's branch is gone. */
  BRANCH_DROPPED,

  /** The rows are in the table with one row an id. */
  MERGED,

  /** The rows are in the redacted table. */
  REDACTED,

  /** The rows are published as JSON lines. */
  JSON_LINES_WRITTEN,

  /** The dead letters are those of attempts that count. */
  LETTERS_CLEANED,

  /** The run's record says that it is complete. */
  COMPLETED
}
