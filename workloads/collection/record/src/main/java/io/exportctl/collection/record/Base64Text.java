package io.exportctl.collection.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Text in strict base64: with its padding, and without line breaks or other characters. */
final class Base64Text {

  private static final int GROUP = 4;
  private static final char LAST_OF_ASCII = 0x7f;

  private final byte[] text;

  private Base64Text(byte[] text) {
    this.text = text;
  }

  static Base64Text of(char[] characters, int offset, int length) {
    byte[] text = new byte[length];
    for (int index = 0; index < length; index++) {
      char character = characters[offset + index];
      // A character that base64 does not have stands for all others.
      text[index] = character > LAST_OF_ASCII ? 0 : (byte) character;
    }
    return new Base64Text(text);
  }

  static Base64Text of(byte[] bytes, int start, int end) {
    return new Base64Text(Arrays.copyOfRange(bytes, start, end));
  }

  static Base64Text of(String text) {
    return new Base64Text(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns the bytes.
   *
   * @throws RejectedException if this is not strict base64
   */
  byte[] decode() throws RejectedException {
    if (text.length % GROUP != 0) {
      throw new RejectedException(Reason.BASE64);
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      // Its message quotes the character.
      throw new RejectedException(Reason.BASE64);
    }
  }
}
