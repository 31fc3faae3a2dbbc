package io.exportctl.s3;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Something that happens at some calls: an effect that throws takes the place of the answer, any
 * other happens beside it.
 *
 * @param before whether it happens before the call takes effect, else after
 * @param at which calls
 * @param times how often it still happens
 * @param chance asked each time whether it happens
 */
public record Fault(
    boolean before,
    Predicate<Call> at,
    AtomicInteger times,
    BooleanSupplier chance,
    Runnable effect) {

  /** Every call of an operation, that of an empty name being all of them. */
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

  /** Happens when a call of this operation has taken effect, but not been answered. */
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

  /** Whether it happens now; not thread-safe. */
  boolean isDue(Call call, boolean isBefore) {
    if (before != isBefore || times.get() == 0 || !at.test(call) || !chance.getAsBoolean()) {
      return false;
    }
    times.decrementAndGet();
    return true;
  }
}
