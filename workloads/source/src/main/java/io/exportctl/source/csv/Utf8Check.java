package io.exportctl.source.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict check that bytes, which come in pieces, are UTF-8. */
final class Utf8Check {

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer chars = CharBuffer.allocate(1 << 16);
  private ByteBuffer rest = ByteBuffer.allocate(0);

  /** Takes the next bytes; false if they cannot be UTF-8. */
  boolean accepts(byte[] bytes, int length) {
    ByteBuffer input = ByteBuffer.allocate(rest.remaining() + length);
    input.put(rest).put(bytes, 0, length).flip();
    while (true) {
      chars.clear();
      CoderResult result = decoder.decode(input, chars, false);
      if (result.isError()) {
        return false;
      }
      if (result.isUnderflow()) {
        rest = input;
        return true;
      }
    }
  }

  /** False if the last character is cut off. */
  boolean isComplete() {
    return !rest.hasRemaining();
  }
}
