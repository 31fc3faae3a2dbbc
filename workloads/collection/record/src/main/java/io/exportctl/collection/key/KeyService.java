package io.exportctl.collection.key;

import java.util.Collection;

/** Opens data keys. Implementations are safe for use by several threads. */
public interface KeyService {

  /**
   * Opens a key.
   *
   * @throws KeyRefusedException if this key cannot be opened, although others may be
   * @throws KeyServiceException if no key can be opened at present
   */
  DataKey open(SealedKey key) throws KeyRefusedException, KeyServiceException;

  /**
   * Opens keys that will soon be asked for, so that {@link #open} need not wait for each of them.
   * Keys that cannot be opened are left for {@link #open} to report.
   *
   * @throws KeyServiceException if no key can be opened at present
   */
  void openAll(Collection<SealedKey> keys) throws KeyServiceException;

  /** Returns what was done since the start. */
  KeyCounts counts();
}
