package io.exportctl.collection.json;

import java.util.Arrays;

/** Encoding of text to UTF-8 that also takes surrogates without their partner. */
public final class Utf8 {

  private static final int LONGEST = 3;

  private Utf8() {}

  /**
   * Returns bytes whose unsigned order is that of the text's code points. They are UTF-8, but for
   * surrogates without their partner, which get three bytes like their neighbours.
   */
  public static byte[] sortKey(String text) {
    byte[] key = new byte[LONGEST * text.length()];
    int size = 0;
    int index = 0;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      index += Character.charCount(codePoint);
      size = encode(codePoint, key, size);
    }
    return Arrays.copyOf(key, size);
  }

  /** Returns true if each surrogate of the text has its partner. */
  public static boolean isEncodable(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (Character.isSurrogate(text.charAt(index))) {
        if (Character.charCount(text.codePointAt(index)) == 1) {
          return false;
        }
        index++;
      }
    }
    return true;
  }

  /** Writes a code point, and returns the position after it. */
  static int encode(int codePoint, byte[] target, int position) {
    int next = position;
    if (codePoint < 0x80) {
      target[next++] = (byte) codePoint;
      return next;
    }
    if (codePoint < 0x800) {
      target[next++] = (byte) (0xc0 | (codePoint >> 6));
    } else if (codePoint < 0x10000) {
      target[next++] = (byte) (0xe0 | (codePoint >> 12));
      target[next++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
    } else {
      target[next++] = (byte) (0xf0 | (codePoint >> 18));
      target[next++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
      target[next++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
    }
    target[next++] = (byte) (0x80 | (codePoint & 0x3f));
    return next;
  }
}
