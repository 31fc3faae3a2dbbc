package io.exportctl.lambda;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that is made when it is first asked for, and once only. */
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
