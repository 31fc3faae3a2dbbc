package io.exportctl.collection.record;

import io.exportctl.collection.key.SealedKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Notices keys that open, but not their records. Counter mode has no tag: a wrong key gives noise,
 * which is rejected as a bad record. Many in a row of one key are the key's fault. Not safe for use
 * by several threads.
 */
final class KeySuspicion {

  /** Number of records in a row that make a key suspect. */
  static final int LIMIT = 10;

  private static final int MOST_KEYS = 10_000;

  private final Map<SealedKey, Integer> noise = new HashMap<>();
  private final Set<SealedKey> suspects = new HashSet<>();

  /** Notes a record of a key that could be read. */
  void good(SealedKey key) {
    if (!noise.isEmpty()) {
      noise.remove(key);
    }
  }

  /** Notes a record of a key that is noise. */
  void bad(SealedKey key) {
    if (noise.size() >= MOST_KEYS) {
      noise.clear();
    }
    if (noise.merge(key, 1, Integer::sum) == LIMIT) {
      suspects.add(key);
    }
  }

  int count() {
    return suspects.size();
  }
}
