package io.exportctl.collection.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Buffer of a JSON text in UTF-8. Only quotation marks, backslashes and characters below U+0020 are
 * escaped, and surrogates without their partner, which UTF-8 does not have.
 */
public final class JsonOutput {

  private static final int SIZE = 4096;

  /** Buffers of large records are given back. */
  private static final int LARGEST_KEPT = 1 << 20;

  /** Bytes of the longest character, an escape. */
  private static final int LONGEST_CHARACTER = 6;

  private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** True for the characters of a plain string. */
  private static final boolean[] PLAIN = plain();

  private byte[] buffer = new byte[SIZE];
  private int size;

  private static boolean[] plain() {
    boolean[] plain = new boolean[0x7f];
    for (char character = ' '; character < plain.length; character++) {
      plain[character] = "\"\\$_".indexOf(character) < 0;
    }
    return plain;
  }

  /** Empties the buffer. */
  public void clear() {
    size = 0;
    if (buffer.length > LARGEST_KEPT) {
      buffer = new byte[SIZE];
    }
  }

  /** Returns a copy of what was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(buffer, size);
  }

  /** Writes a character of ASCII. */
  public void character(char character) {
    reserve(1);
    buffer[size++] = (byte) character;
  }

  /** Writes a text of ASCII as it is. */
  public void ascii(String text) {
    reserve(text.length());
    for (int index = 0; index < text.length(); index++) {
      buffer[size++] = (byte) text.charAt(index);
    }
  }

  /** Writes bytes as they are. */
  public void bytes(byte[] bytes) {
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
  }

  /**
   * Writes a string with its quotation marks if all of it is printable ASCII that is neither
   * escaped nor one of {@code $} and {@code _}; otherwise writes nothing, and returns false.
   */
  public boolean plainString(String text) {
    int length = text.length();
    reserve(length + 2);
    byte[] target = buffer;
    int position = size;
    target[position++] = '"';
    for (int index = 0; index < length; index++) {
      char character = text.charAt(index);
      if (character >= PLAIN.length || !PLAIN[character]) {
        return false;
      }
      target[position++] = (byte) character;
    }
    target[position++] = '"';
    size = position;
    return true;
  }

  /** Writes a string with its quotation marks. */
  public void string(String text) {
    int length = text.length();
    reserve(length + 2);
    buffer[size++] = '"';
    for (int index = 0; index < length; index++) {
      char character = text.charAt(index);
      if (character < 0x80 && character >= 0x20 && character != '"' && character != '\\') {
        buffer[size++] = (byte) character;
        continue;
      }
      // Also for the rest, if it is plain, and the last quotation mark.
      reserve(LONGEST_CHARACTER + length - index);
      if (character < 0x80) {
        escape(character);
      } else if (!Character.isSurrogate(character)) {
        encode(character);
      } else if (Character.isHighSurrogate(character)
          && index + 1 < length
          && Character.isLowSurrogate(text.charAt(index + 1))) {
        index++;
        encode(Character.toCodePoint(character, text.charAt(index)));
      } else {
        hexadecimal(character);
      }
    }
    buffer[size++] = '"';
  }

  private void escape(char character) {
    int letter =
        switch (character) {
          case '"', '\\' -> character;
          case '\b' -> 'b';
          case '\f' -> 'f';
          case '\n' -> 'n';
          case '\r' -> 'r';
          case '\t' -> 't';
          default -> 0;
        };
    if (letter == 0) {
      hexadecimal(character);
      return;
    }
    buffer[size++] = '\\';
    buffer[size++] = (byte) letter;
  }

  private void hexadecimal(char character) {
    buffer[size++] = '\\';
    buffer[size++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      buffer[size++] = HEXADECIMAL[(character >> shift) & 0xf];
    }
  }

  private void encode(int codePoint) {
    size = Utf8.encode(codePoint, buffer, size);
  }

  /** Makes room for so many bytes. */
  private void reserve(int bytes) {
    if (size + bytes > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(size + bytes, 2 * buffer.length));
    }
  }
}
