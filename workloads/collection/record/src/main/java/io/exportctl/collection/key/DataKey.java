package io.exportctl.collection.key;

import java.security.GeneralSecurityException;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An opened AES key. It never leaves this class in a readable form, and is not serialisable, so
 * that a closure of Spark that holds one fails.
 */
public final class DataKey {

  private static final Set<Integer> LENGTHS = Set.of(16, 24, 32);

  private final SecretKeySpec key;

  private DataKey(SecretKeySpec key) {
    this.key = key;
  }

  /** Returns true if an AES key may have this length in bytes. */
  static boolean isLength(int bytes) {
    return LENGTHS.contains(bytes);
  }

  /**
   * Copies a key of 16, 24 or 32 bytes.
   *
   * @throws IllegalArgumentException if it has another length
   */
  public static DataKey of(byte[] bytes) {
    if (!isLength(bytes.length)) {
      throw new IllegalArgumentException("a key has 16, 24 or 32 bytes, not " + bytes.length);
    }
    return new DataKey(new SecretKeySpec(bytes, "AES"));
  }

  /**
   * Makes a cipher ready to decrypt with this key.
   *
   * @throws GeneralSecurityException if the cipher takes neither AES keys nor this vector
   */
  public void startDecryption(Cipher cipher, IvParameterSpec vector)
      throws GeneralSecurityException {
    cipher.init(Cipher.DECRYPT_MODE, key, vector);
  }

  @Override
  public String toString() {
    return "DataKey";
  }
}
