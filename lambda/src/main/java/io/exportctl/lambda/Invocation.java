package io.exportctl.lambda;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;

/**
 * One call of the function by Lambda.
 *
 * @param chance random numbers from 0 (included) to 1 (excluded)
 * @param remainingMillis time until Lambda ends the call
 */
record Invocation(
    Settings settings, InstantSource clock, DoubleSupplier chance, IntSupplier remainingMillis)
    implements Deadline {

  @Override
  public boolean isWithin(Duration needed) {
    return remainingMillis.getAsInt() < needed.toMillis();
  }
}
