package io.exportctl.collection.ingestion.source;

import io.exportctl.collection.ingestion.config.Digests;

/**
 * A line without its end.
 *
 * @param number 1-based
 * @param bytes the line; of one that is too long, its first {@link Lines#KEPT_BYTES}
 * @param length of the whole line in bytes
 * @param digest SHA-256 of the whole line if it is too long; else empty
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and a copy would cost.
public record Line(long number, byte[] bytes, long length, String digest) {

  /** Returns true if the line is over the limit. */
  public boolean isTooLong() {
    return !digest.isEmpty();
  }

  /** SHA-256 of the whole line in hexadecimal. */
  public String sha256() {
    return isTooLong() ? digest : Digests.text(Digests.sha256().digest(bytes));
  }

  /** Returns the number and the length alone, as the rest does not belong in a log. */
  @Override
  public String toString() {
    return "Line[" + number + ", " + length + " bytes]";
  }
}
