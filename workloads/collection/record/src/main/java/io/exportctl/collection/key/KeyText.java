package io.exportctl.collection.key;

import java.util.Base64;

/** Reader of opened keys, which are not quoted in any message. */
final class KeyText {

  private KeyText() {}

  /**
   * Reads a key in base64.
   *
   * @throws KeyRefusedException if it is not base64 of 16, 24 or 32 bytes
   */
  static DataKey decode(String text) throws KeyRefusedException {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      // Without the cause, which quotes a character of the key.
      throw new KeyRefusedException("the opened key is not base64");
    }
    return of(bytes);
  }

  /**
   * Takes the bytes of a key.
   *
   * @throws KeyRefusedException if they are not 16, 24 or 32
   */
  static DataKey of(byte[] bytes) throws KeyRefusedException {
    if (!DataKey.isLength(bytes.length)) {
      throw new KeyRefusedException("the opened key does not have 16, 24 or 32 bytes");
    }
    return DataKey.of(bytes);
  }
}
