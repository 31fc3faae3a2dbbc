package io.exportctl.lambda;

import java.time.Duration;

/** End of an invocation. */
interface Deadline {

  /** Returns true if less than this time is left. */
  boolean isWithin(Duration needed);
}
