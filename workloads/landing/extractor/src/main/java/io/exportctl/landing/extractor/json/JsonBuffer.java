package io.exportctl.landing.extractor.json;

import java.util.Arrays;

/** Growing buffer of JSON text in UTF-8. */
public final class JsonBuffer {

  private static final byte[] HEX = ascii("0123456789abcdef");

  /** Character after the backslash of a short escape, or 0; {@code u} stands for a code. */
  private static final byte[] ESCAPES = new byte[256];

  static {
    Arrays.fill(ESCAPES, 0, 0x20, (byte) 'u');
    ESCAPES['\b'] = 'b';
    ESCAPES['\t'] = 't';
    ESCAPES['\n'] = 'n';
    ESCAPES['\f'] = 'f';
    ESCAPES['\r'] = 'r';
    ESCAPES['"'] = '"';
    ESCAPES['\\'] = '\\';
  }

  private final int limit;
  private byte[] bytes = new byte[1 << 13];
  private int size;

  /**
   * Creates a buffer.
   *
   * @param limit of the text in bytes
   */
  JsonBuffer(int limit) {
    this.limit = limit;
  }

  public byte[] bytes() {
    return bytes;
  }

  public int size() {
    return size;
  }

  public void clear() {
    size = 0;
  }

  /** Appends one ASCII character. */
  void put(char character) {
    reserve(1);
    bytes[size++] = (byte) character;
  }

  void put(byte[] source, int offset, int length) {
    reserve(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  /** Appends text of ASCII characters. */
  void put(String ascii) {
    int length = ascii.length();
    reserve(length);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) ascii.charAt(i);
    }
  }

  /** Appends UTF-8 text as a string in quotes. */
  void string(byte[] source, int offset, int length) {
    reserve(length + 2);
    bytes[size++] = '"';
    int end = offset + length;
    int start = offset;
    for (int i = offset; i < end; i++) {
      byte escape = ESCAPES[source[i] & 0xff];
      if (escape != 0) {
        put(source, start, i - start);
        escape(escape, source[i]);
        start = i + 1;
      }
    }
    put(source, start, end - start);
    put('"');
  }

  private void escape(byte escape, byte original) {
    reserve(6);
    bytes[size++] = '\\';
    bytes[size++] = escape;
    if (escape == 'u') {
      bytes[size++] = '0';
      bytes[size++] = '0';
      bytes[size++] = HEX[original >> 4];
      bytes[size++] = HEX[original & 15];
    }
  }

  /** Appends JSON text on one line: between tokens, a line end is the same as a space. */
  void raw(byte[] source, int offset, int length) {
    int start = size;
    put(source, offset, length);
    for (int i = start; i < size; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        bytes[i] = ' ';
      }
    }
  }

  /** Appends a number with at least this many digits; a negative one has no more than it needs. */
  void digits(long number, int width) {
    if (number < 0) {
      put(Long.toString(number));
      return;
    }
    int length = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      length++;
    }
    length = Math.max(length, width);
    reserve(length);
    long rest = number;
    for (int i = size + length - 1; i >= size; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += length;
  }

  void hex(byte[] source, int offset, int length) {
    reserve(2 * length);
    for (int i = offset; i < offset + length; i++) {
      bytes[size++] = HEX[(source[i] >> 4) & 15];
      bytes[size++] = HEX[source[i] & 15];
    }
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      grow((long) size + more);
    }
  }

  private void grow(long needed) {
    if (needed > limit) {
      throw new RowTooLongException();
    }
    bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(limit, bytes.length * 2L)));
  }

  private static byte[] ascii(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }
}
