package io.exportctl.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lets one of several threads run at a time; a seed decides whose turn is next. */
final class Turns {

  private final Random random;
  private final List<Integer> alive = new ArrayList<>();
  private final ThreadLocal<Integer> self = new ThreadLocal<>();
  private int current;

  Turns(long seed, int threads) {
    this.random = new Random(seed);
    for (int i = 0; i < threads; i++) {
      alive.add(i);
    }
    current = pick();
  }

  /** Runs the work to its end, in turns with the other threads. */
  void run(int thread, Runnable work) {
    self.set(thread);
    await(thread);
    try {
      work.run();
    } finally {
      leave(thread);
    }
  }

  /** Gives the turn to anyone, and returns when it comes back. */
  void next() {
    synchronized (this) {
      current = pick();
      notifyAll();
    }
    await(self.get());
  }

  private synchronized void await(int thread) {
    try {
      while (current != thread) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized void leave(int thread) {
    alive.remove((Integer) thread);
    if (!alive.isEmpty()) {
      current = pick();
      notifyAll();
    }
  }

  private int pick() {
    return alive.get(random.nextInt(alive.size()));
  }
}
