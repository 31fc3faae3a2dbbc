package io.exportctl.lambda;

import java.time.Duration;

/** The end of an invocation. */
interface Deadline {

  /** Whether less than this is left. */
  boolean isWithin(Duration needed);
}
