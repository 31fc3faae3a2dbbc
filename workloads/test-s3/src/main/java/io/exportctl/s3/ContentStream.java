package io.exportctl.s3;

import java.io.InputStream;
import java.util.List;

/** Stream over a list of extents. */
final class ContentStream extends InputStream {

  private final List<Extent> extents;
  private int index;
  private long position;

  ContentStream(List<Extent> extents) {
    this.extents = extents;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int at, int count) {
    if (index == extents.size()) {
      return -1;
    }
    Extent extent = extents.get(index);
    int taken = (int) Math.min(count, extent.length() - position);
    extent.copyTo(target, at, position, taken);
    position += taken;
    if (position == extent.length()) {
      index++;
      position = 0;
    }
    return taken;
  }
}
