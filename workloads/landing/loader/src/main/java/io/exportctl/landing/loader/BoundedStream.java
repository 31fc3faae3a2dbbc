package io.exportctl.landing.loader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stream that ends after a number of bytes, even if more follow. */
final class BoundedStream extends FilterInputStream {

  private long remaining;

  BoundedStream(InputStream stream, long bytes) {
    super(stream);
    this.remaining = bytes;
  }

  /** Returns true if all bytes were read, and the stream has no more. */
  boolean isAtEnd() throws IOException {
    return remaining == 0 && in.read() < 0;
  }

  @Override
  public int read() throws IOException {
    int next = remaining > 0 ? in.read() : -1;
    if (next >= 0) {
      remaining--;
    }
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (remaining == 0) {
      return -1;
    }
    int count = in.read(buffer, offset, (int) Math.min(length, remaining));
    remaining -= Math.max(count, 0);
    return count;
  }
}
