package io.exportctl.s3;

import java.util.zip.Checksum;

/**
 * S3's default checksum, <a
 * href="https://reveng.sourceforge.io/crc-catalogue/all.htm">CRC-64/NVME</a>. The SDK computes it
 * in a native library only, which our programs do not include.
 */
final class Crc64Nvme implements Checksum {

  private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L; // reflected
  private static final long[] TABLE = new long[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      long value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ POLYNOMIAL;
      }
      TABLE[i] = value;
    }
  }

  private long register = -1;

  @Override
  public void update(int b) {
    register = TABLE[(int) (register ^ b) & 0xFF] ^ (register >>> 8);
  }

  @Override
  public void update(byte[] bytes, int from, int count) {
    for (int i = from; i < from + count; i++) {
      update(bytes[i]);
    }
  }

  @Override
  public long getValue() {
    return ~register;
  }

  @Override
  public void reset() {
    register = -1;
  }
}
