package io.exportctl.collection.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Strict check of UTF-8 by <a
 * href="https://www.unicode.org/versions/Unicode15.0.0/ch03.pdf">Unicode's table 3-7</a>: neither
 * surrogates nor overlong forms, which Jackson lets pass.
 */
final class Utf8Check {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long NOT_ASCII = 0x8080808080808080L;
  private static final int FIRST_CONTINUATION = 0x80;
  private static final int LAST_CONTINUATION = 0xbf;

  private Utf8Check() {}

  /** Returns true if the bytes are UTF-8. */
  static boolean isValid(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int position = asciiEnd(bytes, offset, end);
    while (position < end) {
      int next = characterEnd(bytes, position, end);
      if (next < 0) {
        return false;
      }
      position = asciiEnd(bytes, next, end);
    }
    return true;
  }

  /** Returns the end of a character of several bytes; -1 if it is not one. */
  private static int characterEnd(byte[] bytes, int start, int end) {
    int first = bytes[start] & 0xff;
    if (first < 0xc2 || first > 0xf4) {
      return -1;
    }
    int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (end - start < length) {
      return -1;
    }
    int low =
        switch (first) {
          case 0xe0 -> 0xa0;
          case 0xf0 -> 0x90;
          default -> FIRST_CONTINUATION;
        };
    int high =
        switch (first) {
          case 0xed -> 0x9f;
          case 0xf4 -> 0x8f;
          default -> LAST_CONTINUATION;
        };
    int second = bytes[start + 1] & 0xff;
    if (second < low || second > high) {
      return -1;
    }
    for (int index = start + 2; index < start + length; index++) {
      int other = bytes[index] & 0xff;
      if (other < FIRST_CONTINUATION || other > LAST_CONTINUATION) {
        return -1;
      }
    }
    return start + length;
  }

  /** Returns the end of a part that is ASCII. */
  private static int asciiEnd(byte[] bytes, int offset, int end) {
    int position = offset;
    while (position + Long.BYTES <= end && ((long) LONGS.get(bytes, position) & NOT_ASCII) == 0) {
      position += Long.BYTES;
    }
    while (position < end && bytes[position] >= 0) {
      position++;
    }
    return position;
  }
}
