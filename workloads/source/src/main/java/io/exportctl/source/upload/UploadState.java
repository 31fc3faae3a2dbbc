package io.exportctl.source.upload;

import java.util.Locale;

/** State of an upload; each move is from one certain state to another. */
public enum UploadState {
  /** Read, and not confirmed yet. */
  UPLOADED,
  /** Confirmed; waits for its load. */
  VERIFIED,
  /** Being loaded. */
  PROCESSING_DSS,
  COMPLETED,
  FAILED,
  DISCARDED;

  /** Word of the database and of the progress in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static UploadState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Progress in percent, as clients of the older system know it. */
  public int percent() {
    return switch (this) {
      case UPLOADED -> 20;
      case VERIFIED -> 30;
      case PROCESSING_DSS -> 40;
      case COMPLETED, FAILED, DISCARDED -> 100;
    };
  }

  public boolean isEnd() {
    return percent() == 100;
  }
}
