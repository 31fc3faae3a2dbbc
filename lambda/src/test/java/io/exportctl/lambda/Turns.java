package io.exportctl.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Lets one of several threads run at a time; a seed decides whose turn is next, and how much slower
 * some are than others: races need one that sleeps while others do all their work.
 */
final class Turns {

  /** The fastest is 16 times as fast as the slowest. */
  private static final int SPEEDS = 5;

  private final Random random;
  private final List<Integer> alive = new ArrayList<>();
  private final int[] speeds;
  private final ThreadLocal<Integer> self = new ThreadLocal<>();
  private int current;

  Turns(long seed, int threads) {
    this.random = new Random(seed);
    this.speeds = new int[threads];
    for (int i = 0; i < threads; i++) {
      alive.add(i);
      speeds[i] = 1 << random.nextInt(SPEEDS);
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
    int ticket = random.nextInt(alive.stream().mapToInt(it -> speeds[it]).sum());
    int next = 0;
    for (ticket -= speeds[alive.get(next)]; ticket >= 0; ticket -= speeds[alive.get(next)]) {
      next++;
    }
    return alive.get(next);
  }
}
