package io.exportctl.landing.loader;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Copy of a part in which each array is a string that holds its JSON text. DuckDB keeps the text of
 * a string, but rewrites the numbers in an array.
 */
final class ArrayCopy {

  private final OutputStream output;
  private int copied;
  private long length;
  private long longestLine;

  ArrayCopy(OutputStream output) {
    this.output = output;
  }

  /** Begins a line at this index of its buffer. */
  void begin(int start) {
    copied = start;
    length = 0;
  }

  /** Copies the line up to an array, and the array as a string. */
  void array(byte[] buffer, int from, int to) throws IOException {
    copy(buffer, from);
    quote('"');
    for (; copied < to; copied++) {
      switch (buffer[copied]) {
        case '"', '\\' -> escape((char) buffer[copied]);
        case '\t' -> escape('t');
        case '\r' -> escape('r');
        default -> quote((char) buffer[copied]);
      }
    }
    quote('"');
  }

  /** Copies the rest of the line. */
  void end(byte[] buffer, int end) throws IOException {
    copy(buffer, end);
    quote('\n');
    longestLine = Math.max(longestLine, length);
  }

  /** Length of the longest line in bytes, with its line feed. */
  long longestLine() {
    return longestLine;
  }

  private void copy(byte[] buffer, int to) throws IOException {
    output.write(buffer, copied, to - copied);
    length += to - copied;
    copied = to;
  }

  private void escape(char character) throws IOException {
    quote('\\');
    quote(character);
  }

  private void quote(char character) throws IOException {
    output.write(character);
    length++;
  }
}
