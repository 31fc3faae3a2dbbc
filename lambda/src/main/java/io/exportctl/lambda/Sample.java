package io.exportctl.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * A choice by chance of so many of any number of things, each as likely as the other, in memory for
 * the chosen alone: <a href="https://en.wikipedia.org/wiki/Reservoir_sampling">reservoir
 * sampling</a>.
 */
final class Sample<T> {

  private final int capacity;
  private final DoubleSupplier chance;
  private final List<T> chosen = new ArrayList<>();
  private long offered;

  /**
   * @param chance numbers from 0 (included) to 1 (excluded)
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

  /** All that were offered, as long as there is room. */
  List<T> chosen() {
    return List.copyOf(chosen);
  }

  long offered() {
    return offered;
  }
}
