package io.exportctl.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * A scheduler that lets one of several threads run at a time. A seed decides whose turn is next and
 * how much slower some threads are than others: races need a thread that sleeps while others do all
 * their work.
 */
public final class Turns {

  /** The fastest thread is 16 times as fast as the slowest. */
  private static final int SPEEDS = 5;

  private final Random random;
  private final List<Integer> alive = new ArrayList<>();
  private final int[] speeds;
  private final List<Semaphore> turns;
  private final ThreadLocal<Integer> self = new ThreadLocal<>();

  public Turns(long seed, int threads) {
    this.random = new Random(seed);
    this.speeds = new int[threads];
    this.turns = Stream.generate(() -> new Semaphore(0)).limit(threads).toList();
    for (int i = 0; i < threads; i++) {
      alive.add(i);
      speeds[i] = 1 << random.nextInt(SPEEDS);
    }
    turns.get(pick()).release();
  }

  /**
   * Runs the work to its end, in turns with the other threads.
   *
   * @param thread 0-based
   */
  public void run(int thread, Runnable work) {
    self.set(thread);
    turns.get(thread).acquireUninterruptibly();
    try {
      work.run();
    } finally {
      alive.remove((Integer) thread);
      if (!alive.isEmpty()) {
        turns.get(pick()).release();
      }
    }
  }

  /** Hands the turn to a random thread, and returns when it comes back. */
  public void next() {
    int thread = self.get();
    int chosen = pick();
    if (chosen == thread) {
      return;
    }
    turns.get(chosen).release();
    turns.get(thread).acquireUninterruptibly();
  }

  /** Only the thread whose turn it is calls this; the semaphores publish the fields. */
  private int pick() {
    int ticket = random.nextInt(alive.stream().mapToInt(it -> speeds[it]).sum());
    int next = 0;
    for (ticket -= speeds[alive.get(next)]; ticket >= 0; ticket -= speeds[alive.get(next)]) {
      next++;
    }
    return alive.get(next);
  }
}
