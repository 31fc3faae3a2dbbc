package io.exportctl.source.archive;

import io.exportctl.source.fault.Fault;
import io.exportctl.source.fault.StoreException;

/**
 * Limits of all that one file may unpack to; the bytes are counted as they come out.
 *
 * @param bytes in all
 * @param entries of all archives
 * @param ratio of unpacked to packed bytes, once 10 MB came out
 */
public record Limits(long bytes, int entries, int ratio) {

  static final long RATIO_FROM = 10_000_000;

  /** Limits of a file that may have this many bytes itself. */
  public static Limits ofFile(long bytes) {
    return new Limits(Math.multiplyExact(20, bytes), 10_000, 200);
  }

  /** The count of a file's bytes and entries. */
  final class Count {

    private final long packed;
    private long unpacked;
    private int seen;

    Count(long packed) {
      this.packed = packed;
    }

    void entry() {
      if (++seen > entries) {
        throw refused("has more than " + entries + " entries");
      }
    }

    void bytes(int more) {
      unpacked += more;
      if (unpacked > bytes) {
        throw refused("unpacks to more than " + bytes + " bytes; raise fetch.max_mb if it may");
      }
      if (unpacked > RATIO_FROM && unpacked / Math.max(packed, 1) > ratio) {
        throw refused("unpacks to more than " + ratio + " times its size");
      }
    }
  }

  static StoreException refused(String fault) {
    return StoreException.refused(Fault.of("bad-archive", "the archive " + fault));
  }
}
