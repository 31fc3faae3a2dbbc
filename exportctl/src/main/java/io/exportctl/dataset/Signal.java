package io.exportctl.dataset;

/** Meaning of a metric that the program of a kind puts into CloudWatch for each dataset. */
public enum Signal {
  /** Number of deliveries. */
  DELIVERIES,
  /** Number of failed attempts. */
  FAILURES,
  /** Age in seconds of the oldest file that waits. */
  OLDEST_AGE,
  /** Age in seconds of the newest delivery. */
  DELIVERY_AGE
}
