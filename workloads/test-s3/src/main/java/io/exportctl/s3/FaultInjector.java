package io.exportctl.s3;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * An S3 client with a journal of all calls, and with faults before or after a call takes effect.
 */
public abstract class FaultInjector extends DelegatingS3Client {

  /** Calls that took effect or were refused, in the form of {@link Call}. */
  public final List<String> journal = Collections.synchronizedList(new ArrayList<>());

  /** Duration of a call by its operation. */
  public final Map<String, Duration> latency = new ConcurrentHashMap<>();

  /** False for tests of millions of calls, which need no journal. */
  public boolean journaling = true;

  /** Runs before every call, outside of the lock; the hook of a test's scheduler. */
  public Runnable gate = () -> {};

  private final MemoryS3 memory;
  private final List<Fault> faults = new ArrayList<>();

  FaultInjector(MemoryS3 memory) {
    super(memory);
    this.memory = memory;
  }

  public void add(Fault fault) {
    synchronized (memory) {
      faults.add(fault);
    }
  }

  public void before(String operation, Runnable effect) {
    add(Fault.before(operation).times(1).does(effect));
  }

  public void after(String operation, Runnable effect) {
    add(Fault.after(operation).times(1).does(effect));
  }

  /** Adds an effect; an empty operation stands for all operations. */
  public void beforeEvery(String operation, Runnable effect) {
    add(Fault.before(operation).does(effect));
  }

  public void afterEvery(String operation, Runnable effect) {
    add(Fault.after(operation).does(effect));
  }

  /** Fails this many calls before they take effect. */
  public void fail(String operation, int times, RuntimeException failure) {
    add(Fault.before(operation).times(times).answers(failure));
  }

  /** Fails one call after it has taken effect. */
  public void failThoughApplied(String operation, RuntimeException failure) {
    add(Fault.after(operation).times(1).answers(failure));
  }

  public void heal() {
    synchronized (memory) {
      faults.clear();
    }
  }

  @Override
  protected <T extends S3Request, R> R invokeOperation(T request, Function<T, R> operation) {
    Call call = Call.of(request);
    gate.run();
    pause(latency.getOrDefault(call.operation(), Duration.ZERO));
    fire(call, true);
    R answer;
    synchronized (memory) {
      if (journaling) {
        journal.add(call.toString());
      }
      checkOwner(request, "ExpectedBucketOwner", call.bucket());
      request
          .getValueForField("SourceBucket", String.class)
          .ifPresent(source -> checkOwner(request, "ExpectedSourceBucketOwner", source));
      answer = operation.apply(request);
    }
    fire(call, false);
    return answer;
  }

  private void checkOwner(S3Request request, String header, String name) {
    Bucket bucket = memory.state.buckets.get(name);
    Optional<String> expected = request.getValueForField(header, String.class);
    if (bucket != null
        && (expected.isPresent()
            ? !expected.get().equals(bucket.owner)
            : bucket.ownerMustBeExpected)) {
      throw Answers.refusal(403, "AccessDenied");
    }
  }

  /** Fires outside of the lock: an effect may block, or write to the bucket. */
  private void fire(Call call, boolean before) {
    List<Fault> due;
    synchronized (memory) {
      if (faults.isEmpty()) {
        return;
      }
      due = faults.stream().filter(fault -> fault.isDue(call, before)).toList();
    }
    due.forEach(fault -> fault.effect().run());
  }

  private static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
