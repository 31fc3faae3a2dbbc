package io.exportctl.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Random sample of limited size from any number of items, by <a
 * href="https://en.wikipedia.org/wiki/Reservoir_sampling">reservoir sampling</a>.
 */
final class Sample<T> {

  private final int capacity;
  private final DoubleSupplier chance;
  private final List<T> chosen = new ArrayList<>();
  private long offered;

  /**
   * @param chance random numbers from 0 (included) to 1 (excluded)
   */
  Sample(int capacity, DoubleSupplier chance) {
    this.capacity = capacity;
    this.chance = chance;
  }

  void offer(T thing) {
    offered++;
    if (chosen.size() < capacity) {
      chosen.add(thing);
      return;
    }
    long place = (long) (chance.getAsDouble() * offered);
    if (place < capacity) {
      chosen.set((int) place, thing);
    }
  }

  /** The sample; all items if there were at most as many as its capacity. */
  List<T> chosen() {
    return List.copyOf(chosen);
  }

  long offered() {
    return offered;
  }
}
