package io.exportctl.landing.loader;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reader of lines that end in a line feed. It holds one line at a time, and always a line feed
 * behind it, even if the stream ends without one.
 */
final class LineReader {

  /** Maximum length of a line in bytes. */
  static final int MAX_LINE = 64 << 20;

  private static final int CHUNK = 1 << 18;

  private final InputStream stream;
  private byte[] buffer = new byte[CHUNK];
  private int start;
  private int end = -1;
  private int filled;

  LineReader(InputStream stream) {
    this.stream = stream;
  }

  /**
   * Goes to the next line; returns false after the last one.
   *
   * @throws LineException if the line is too long
   * @throws IOException if the stream cannot be read
   */
  boolean next() throws IOException, LineException {
    start = Math.min(end + 1, filled);
    int at = start;
    while (true) {
      for (; at < filled; at++) {
        if (buffer[at] == '\n') {
          return isLine(at);
        }
      }
      if (filled - start > MAX_LINE) {
        throw tooLong();
      }
      int kept = filled - start;
      makeRoom();
      at = start + kept;
      int count = stream.read(buffer, filled, buffer.length - 1 - filled);
      if (count < 0) {
        buffer[filled] = '\n';
        return start < filled && isLine(filled);
      }
      filled += count;
    }
  }

  /** Buffer that holds the line, until the next one. */
  byte[] buffer() {
    return buffer;
  }

  /** Index of the line's first byte. */
  int start() {
    return start;
  }

  /** Index of the line feed behind the line. */
  int end() {
    return end;
  }

  private boolean isLine(int lineFeed) throws LineException {
    end = lineFeed;
    if (end - start > MAX_LINE) {
      throw tooLong();
    }
    return true;
  }

  /** Moves the line to the buffer's beginning; a line that fills the buffer gets a larger one. */
  private void makeRoom() {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      start = 0;
    }
    if (filled == buffer.length - 1) {
      boolean last = buffer.length > MAX_LINE / 4;
      buffer = Arrays.copyOf(buffer, last ? MAX_LINE + CHUNK : 2 * buffer.length);
    }
  }

  private static LineException tooLong() {
    return new LineException(
        ReasonId.LIMITS, "the line is longer than %d MiB".formatted(MAX_LINE >> 20));
  }
}
