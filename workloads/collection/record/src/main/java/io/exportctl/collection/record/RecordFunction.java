package io.exportctl.collection.record;

import io.exportctl.collection.key.KeyService;
import io.exportctl.collection.key.KeyServiceException;
import java.util.List;

/**
 * Function from a line of a file to its outcome. It depends on nothing but the line, the settings
 * and the key service. Each task makes its own, as it is not safe for use by several threads.
 */
public final class RecordFunction {

  /** Length in bytes of the longest line that is read. */
  public static final int MAXIMUM_LINE = 64 << 20;

  /**
   * @throws IllegalArgumentException if the settings name a step that does not exist, or a
   *     collection without a colon
   */
  public RecordFunction(RecordSettings settings, KeyService keys) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns the outcome of one line without its line feed.
   *
   * @throws KeyServiceException if no key can be opened at present
   */
  public Outcome apply(byte[] buffer, int offset, int length) throws KeyServiceException {
    if (length > MAXIMUM_LINE) {
      return new Rejected(Reason.TOO_LARGE);
    }
    throw new UnsupportedOperationException();
  }

  /**
   * Opens the keys of lines that {@link #apply} will get soon, all together.
   *
   * @throws KeyServiceException if no key can be opened at present
   */
  public void lookAhead(List<byte[]> lines) throws KeyServiceException {
    if (lines.isEmpty()) {
      return;
    }
    throw new UnsupportedOperationException();
  }
}
