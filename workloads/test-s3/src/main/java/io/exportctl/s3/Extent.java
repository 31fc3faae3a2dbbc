package io.exportctl.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * A range of bytes of an origin.
 *
 * @param offset of the first byte in the origin
 */
record Extent(Origin origin, long offset, long length) {

  /** Source of bytes. */
  sealed interface Origin {

    long size();

    byte at(long position);

    /** Name of the bytes in tests. */
    String name();
  }

  /** Bytes of a request. */
  @SuppressWarnings("ArrayRecordComponent") // compared by identity only, and never changed
  record Sent(byte[] bytes) implements Origin {

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public byte at(long position) {
      return bytes[(int) position];
    }

    @Override
    public String name() {
      return new String(bytes, UTF_8);
    }
  }

  /** Bytes that are computed from their position, so that any number of them takes no memory. */
  record Virtual(String name, long size) implements Origin {

    @Override
    public byte at(long position) {
      // The mixing function of java.util.SplittableRandom, over the 8-byte word of this position.
      long word = name.hashCode() * 0x9E3779B97F4A7C15L + (position >>> 3) + 1;
      word = (word ^ (word >>> 30)) * 0xBF58476D1CE4E5B9L;
      word = (word ^ (word >>> 27)) * 0x94D049BB133111EBL;
      word ^= word >>> 31;
      return (byte) (word >>> (8 * (position & 7)));
    }
  }

  byte at(long position) {
    return origin.at(offset + position);
  }

  Extent slice(long from, long newLength) {
    return new Extent(origin, offset + from, newLength);
  }

  boolean isFollowedBy(Extent next) {
    return origin.equals(next.origin) && offset + length == next.offset;
  }

  Extent with(Extent next) {
    return new Extent(origin, offset, length + next.length);
  }

  void copyTo(byte[] target, int at, long from, int count) {
    if (origin instanceof Sent sent) {
      int begin = (int) (offset + from);
      System.arraycopy(sent.bytes(), begin, target, at, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      target[at + i] = at(from + i);
    }
  }

  @Override
  public String toString() {
    boolean whole = offset == 0 && length == origin.size();
    String text =
        whole || !(origin instanceof Sent sent)
            ? origin.name()
            : new String(
                Arrays.copyOfRange(sent.bytes(), (int) offset, (int) (offset + length)), UTF_8);
    return whole || origin instanceof Sent
        ? text
        : "%s[%d,%d]".formatted(text, offset, offset + length);
  }
}
