package io.exportctl.collection.ingestion.config;

/** Order of the records of one id, of which a latest table keeps the greatest. */
public enum Preference {
  /** Deletes are greater than all else, then the later record. */
  DELETES,

  /** The later record is greater; of two at one time, a delete. */
  NEWEST
}
