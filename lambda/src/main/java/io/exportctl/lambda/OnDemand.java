package io.exportctl.lambda;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is created when it is first needed, and only once. */
final class OnDemand<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private Optional<T> made = Optional.empty();

  OnDemand(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }
}
