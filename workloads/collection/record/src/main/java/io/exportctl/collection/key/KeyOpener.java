package io.exportctl.collection.key;

/**
 * Opens one key by asking for it, without a cache. Implementations are safe for several threads.
 */
interface KeyOpener {

  /**
   * Opens a key, after several tries if need be.
   *
   * @throws KeyRefusedException if this key cannot be opened, although others may be
   * @throws KeyServiceException if no key can be opened at present
   */
  DataKey open(SealedKey key) throws KeyRefusedException, KeyServiceException;

  /** Returns the number of requests that were sent again. */
  long retries();
}
