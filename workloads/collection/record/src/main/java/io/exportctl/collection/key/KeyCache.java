package io.exportctl.collection.key;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * Cache of opened keys. Each key is asked for once, however many threads wait for it, and a bounded
 * number of requests is under way. Opened keys are kept for an hour, and refusals for ten minutes.
 */
final class KeyCache implements KeyService {

  /** Number of requests that are under way together at most. */
  static final int MOST_REQUESTS = 16;

  private static final int MOST_KEYS = 100_000;

  private final KeyOpener opener;
  private final AsyncCache<SealedKey, KeyAnswer> answers;
  private final ExecutorService requests = KeyThreads.start(MOST_REQUESTS);

  /** The newest failure of all keys, by which requests that are still queued end. */
  private final AtomicReference<Object> failure = new AtomicReference<>(this);

  private final LongAdder asked = new LongAdder();
  private final LongAdder hits = new LongAdder();
  private final LongAdder refusals = new LongAdder();

  KeyCache(KeyOpener opener, Ticker ticker) {
    this.opener = opener;
    this.answers =
        Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfter(new KeyAnswer.Lifetime())
            .ticker(ticker)
            .buildAsync();
  }

  @Override
  public DataKey open(SealedKey key) throws KeyRefusedException, KeyServiceException {
    if (!key.isPlausible()) {
      throw new KeyRefusedException("the sealed key is empty or too long");
    }
    AtomicBoolean isNew = new AtomicBoolean();
    CompletableFuture<KeyAnswer> answer = ask(key, isNew);
    if (!isNew.get()) {
      hits.increment();
    }
    KeyAnswer given = wait(answer);
    if (given instanceof KeyAnswer.Failed) {
      // The cache itself forgets it only a moment later.
      answers.asMap().remove(key, answer);
    }
    return given.key();
  }

  /** Asks without waiting, so that the keys arrive while other lines are read. */
  @Override
  public void openAll(Collection<SealedKey> keys) {
    for (SealedKey key : keys) {
      if (key.isPlausible()) {
        // Its failure is for whoever opens the key.
        CompletableFuture<KeyAnswer> unused = ask(key, new AtomicBoolean());
      }
    }
  }

  @Override
  public KeyCounts counts() {
    return new KeyCounts(asked.sum(), hits.sum(), opener.retries(), refusals.sum());
  }

  private CompletableFuture<KeyAnswer> ask(SealedKey key, AtomicBoolean isNew) {
    Object before = failure.get();
    return answers.get(
        key,
        (missing, executor) -> {
          isNew.set(true);
          return CompletableFuture.supplyAsync(() -> request(missing, before), requests);
        });
  }

  private KeyAnswer request(SealedKey key, Object before) {
    if (failure.get() instanceof KeyAnswer.Failed failed && failed != before) {
      return failed;
    }
    asked.increment();
    try {
      return new KeyAnswer.Opened(opener.open(key));
    } catch (KeyRefusedException e) {
      refusals.increment();
      return new KeyAnswer.Refused(e.getMessage());
    } catch (KeyServiceException e) {
      KeyAnswer.Failed failed = new KeyAnswer.Failed(e);
      failure.set(failed);
      return failed;
    }
  }

  private static KeyAnswer wait(CompletableFuture<KeyAnswer> answer) throws KeyServiceException {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeyServiceException(
          KeyServiceException.Kind.UNAVAILABLE,
          "the wait for a key was interrupted; run the date again",
          e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a key cannot be opened for a fault of the program", e);
    }
  }
}
