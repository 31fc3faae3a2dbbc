package io.exportctl.yaml;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * The lines of a file, made when they are asked for: of most files nobody asks for any.
 *
 * <p>A file of a few hundred bytes is kept in half of the memory, too.
 */
final class AsciiLines extends AbstractList<String> implements RandomAccess {

  private final byte[] bytes;
  private final int size;

  /**
   * @param bytes of characters below 128, with {@code \n} between lines; never changed
   * @param size how many lines there are, as whoever read them knows
   */
  AsciiLines(byte[] bytes, int size) {
    this.bytes = bytes;
    this.size = size;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String get(int index) {
    int begin = 0;
    for (int line = 0; line < index; line++) {
      begin = endOf(begin) + 1;
      if (begin > bytes.length) {
        throw new IndexOutOfBoundsException(index);
      }
    }
    return new String(bytes, begin, endOf(begin) - begin, StandardCharsets.ISO_8859_1);
  }

  private int endOf(int begin) {
    int end = begin;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }
}
