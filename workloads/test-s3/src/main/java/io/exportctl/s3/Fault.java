package io.exportctl.s3;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * An effect at some calls. If it throws, the exception replaces the answer.
 *
 * @param before true if it happens before the call takes effect, false if after
 * @param at selects the calls
 * @param times number of times that it still happens
 * @param chance decides each time if it happens
 */
public record Fault(
    boolean before,
    Predicate<Call> at,
    AtomicInteger times,
    BooleanSupplier chance,
    Runnable effect) {

  /** Matches every call of an operation; an empty name matches all operations. */
  private static Fault at(boolean before, String operation) {
    return new Fault(
        before,
        call -> operation.isEmpty() || call.operation().equals(operation),
        new AtomicInteger(Integer.MAX_VALUE),
        () -> true,
        () -> {});
  }

  /** Happens before a call of this operation takes effect. */
  public static Fault before(String operation) {
    return at(true, operation);
  }

  /** Happens after a call of this operation has taken effect, before its answer. */
  public static Fault after(String operation) {
    return at(false, operation);
  }

  public Fault times(int count) {
    return new Fault(before, at, new AtomicInteger(count), chance, effect);
  }

  public Fault when(BooleanSupplier itsChance) {
    return new Fault(before, at, times, itsChance, effect);
  }

  public Fault does(Runnable what) {
    return new Fault(before, at, times, chance, what);
  }

  public Fault answers(RuntimeException failure) {
    return does(
        () -> {
          throw failure;
        });
  }

  /** Decides if the fault happens at this call, and counts it; not thread-safe. */
  boolean isDue(Call call, boolean isBefore) {
    if (before != isBefore || times.get() == 0 || !at.test(call) || !chance.getAsBoolean()) {
      return false;
    }
    times.decrementAndGet();
    return true;
  }
}
