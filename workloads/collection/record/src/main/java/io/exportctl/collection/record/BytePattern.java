package io.exportctl.collection.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Search for a short text in bytes, by <a href="https://doi.org/10.1002/spe.4380100608">Horspool's
 * method</a>.
 */
final class BytePattern {

  private static final int BYTES = 256;

  private final byte[] pattern;
  private final int[] shifts = new int[BYTES];

  BytePattern(String text) {
    pattern = text.getBytes(StandardCharsets.US_ASCII);
    Arrays.fill(shifts, pattern.length);
    for (int index = 0; index < pattern.length - 1; index++) {
      shifts[pattern[index] & 0xff] = pattern.length - 1 - index;
    }
  }

  /** Returns the position after the first occurrence; -1 if there is none. */
  int endIn(byte[] bytes) {
    int last = pattern.length - 1;
    for (int end = last; end < bytes.length; end += shifts[bytes[end] & 0xff]) {
      int start = end - last;
      if (Arrays.equals(bytes, start, end + 1, pattern, 0, pattern.length)) {
        return end + 1;
      }
    }
    return -1;
  }
}
