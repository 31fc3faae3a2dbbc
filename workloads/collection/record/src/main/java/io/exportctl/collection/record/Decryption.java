package io.exportctl.collection.record;

import io.exportctl.collection.key.DataKey;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/** Decryption with AES in counter mode: rules 8 and 9. Not safe for use by several threads. */
final class Decryption {

  private static final int VECTOR_BYTES = 16;

  private final Cipher cipher;

  Decryption() {
    try {
      cipher = Cipher.getInstance("AES/CTR/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES/CTR/NoPadding", e);
    }
  }

  /**
   * Reads an initialisation vector.
   *
   * @throws RejectedException if it is not base64 of 16 bytes
   */
  static IvParameterSpec vector(String text) throws RejectedException {
    byte[] bytes = Base64Text.of(text).decode();
    if (bytes.length != VECTOR_BYTES) {
      throw new RejectedException(Reason.BASE64);
    }
    return new IvParameterSpec(bytes);
  }

  /** Decrypts in place. */
  void apply(DataKey key, IvParameterSpec vector, byte[] bytes) {
    try {
      key.startDecryption(cipher, vector);
      cipher.doFinal(bytes, 0, bytes.length, bytes, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES in counter mode failed", e);
    }
  }
}
