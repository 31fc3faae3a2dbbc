package io.exportctl.collection.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Strict check of UTF-8: neither surrogates nor overlong forms, which Jackson lets pass. Not safe
 * for use by several threads.
 */
final class Utf8Check {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long NOT_ASCII = 0x8080808080808080L;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer characters = CharBuffer.allocate(1024);

  /** Returns true if the bytes are UTF-8. */
  boolean isValid(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int start = asciiEnd(bytes, offset, end);
    return start == end || isDecodable(bytes, start, end - start);
  }

  private boolean isDecodable(byte[] bytes, int offset, int length) {
    ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
    decoder.reset();
    while (true) {
      characters.clear();
      var result = decoder.decode(rest, characters, true);
      if (result.isError()) {
        return false;
      }
      if (result.isUnderflow()) {
        return true;
      }
    }
  }

  /** Returns the end of a part that is surely ASCII. */
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
