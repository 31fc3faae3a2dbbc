package io.exportctl.collection.key;

import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;

/** Answer to the request of one key, which is kept for a while. */
sealed interface KeyAnswer {

  /** Time for which this answer holds. */
  Duration lifetime();

  /** Returns the key, or throws what the answer is instead. */
  DataKey key() throws KeyRefusedException, KeyServiceException;

  /** A key. */
  record Opened(DataKey key) implements KeyAnswer {

    @Override
    public Duration lifetime() {
      return Duration.ofHours(1);
    }
  }

  /**
   * A key that cannot be opened.
   *
   * @param message the reason
   */
  record Refused(String message) implements KeyAnswer {

    @Override
    public Duration lifetime() {
      return Duration.ofMinutes(10);
    }

    @Override
    public DataKey key() throws KeyRefusedException {
      throw new KeyRefusedException(message);
    }
  }

  /** A failure that concerns all keys, and is not kept. */
  record Failed(KeyServiceException failure) implements KeyAnswer {

    @Override
    public Duration lifetime() {
      return Duration.ZERO;
    }

    @Override
    public DataKey key() throws KeyServiceException {
      // One of each thread's own: the stack traces of several would mix.
      throw new KeyServiceException(failure.kind(), failure.getMessage(), failure);
    }
  }

  /** Expiry by each answer's own lifetime. */
  final class Lifetime implements Expiry<SealedKey, KeyAnswer> {

    @Override
    public long expireAfterCreate(SealedKey key, KeyAnswer answer, long now) {
      return answer.lifetime().toNanos();
    }

    @Override
    public long expireAfterUpdate(SealedKey key, KeyAnswer answer, long now, long left) {
      return answer.lifetime().toNanos();
    }

    @Override
    public long expireAfterRead(SealedKey key, KeyAnswer answer, long now, long left) {
      return left;
    }
  }
}
