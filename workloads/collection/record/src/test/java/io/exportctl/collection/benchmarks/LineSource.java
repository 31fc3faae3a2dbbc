package io.exportctl.collection.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of a stream in a buffer of its own, without copies. */
final class LineSource implements AutoCloseable {

  private final InputStream stream;
  private byte[] buffer = new byte[1 << 18];
  private int start;
  private int length;
  private int next;
  private int end;

  LineSource(InputStream stream) {
    this.stream = stream;
  }

  /** Goes to the next line; returns false after the last. */
  boolean next() throws IOException {
    int position = next;
    while (true) {
      for (; position < end; position++) {
        if (buffer[position] == '\n') {
          start = next;
          length = position - start;
          next = position + 1;
          return true;
        }
      }
      if (next > 0) {
        System.arraycopy(buffer, next, buffer, 0, end - next);
        end -= next;
        position -= next;
        next = 0;
      }
      if (end == buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * end);
      }
      int read = stream.read(buffer, end, buffer.length - end);
      if (read < 0) {
        return false;
      }
      end += read;
    }
  }

  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  int length() {
    return length;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
