package io.exportctl.yaml;

import java.nio.charset.StandardCharsets;

/**
 * The current line of a file in printable ASCII; places are indexes into the file.
 *
 * <p>It stops at lines that hold more than spaces.
 */
final class Cursor {

  private final byte[] bytes;

  /** 1-based number of the current line. */
  private int line;

  private int begin;
  private int end = -1;

  Cursor(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Goes to the next line.
   *
   * @return false at the end of the file
   * @throws NotSimpleYaml if the line has a character that is not printable ASCII
   */
  boolean nextLine() throws NotSimpleYaml {
    if (end >= bytes.length) {
      return false;
    }
    line++;
    begin = end + 1;
    end = begin;
    while (end < bytes.length && bytes[end] != '\n') {
      // Bytes are signed, so those outside ASCII are negative.
      if (bytes[end] < ' ' || bytes[end] == 0x7F) {
        throw new NotSimpleYaml();
      }
      end++;
    }
    return true;
  }

  int line() {
    return line;
  }

  int begin() {
    return begin;
  }

  /** The index after the last character of the line. */
  int end() {
    return end;
  }

  /** The place of a part of the line. */
  Span span(int start, int after) {
    return new Span(line, start - begin + 1, line, after - begin + 1);
  }

  /** The comment that starts at a place. */
  Comment comment(int start) {
    return new Comment(span(start, end), text(start + 1, end).strip(), skipSpaces(begin) == start);
  }

  /** Returns true if the character at a place in this line is the given one. */
  boolean is(char expected, int at) {
    return at < end && bytes[at] == expected;
  }

  char at(int place) {
    return (char) bytes[place];
  }

  /** The first place from the given one on that is not a space. */
  int skipSpaces(int from) {
    int at = from;
    while (is(' ', at)) {
      at++;
    }
    return at;
  }

  String text(int start, int after) {
    return new String(bytes, start, after - start, StandardCharsets.ISO_8859_1);
  }

  /** The whole file. */
  String text() {
    return text(0, bytes.length);
  }
}
