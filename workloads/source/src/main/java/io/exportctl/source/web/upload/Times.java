package io.exportctl.source.web.upload;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and sizes for people. */
final class Times {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK);
  private static final int STEP = 1000;

  private Times() {}

  static String text(Instant time) {
    return FORMAT.format(time.atOffset(ZoneOffset.UTC));
  }

  /** A number of bytes, such as {@code 1.5 MB}. */
  static String size(long bytes) {
    if (bytes < STEP) {
      return bytes + " bytes";
    }
    double size = bytes;
    String unit = "";
    for (String next : new String[] {"kB", "MB", "GB", "TB"}) {
      if (size < STEP) {
        break;
      }
      size /= STEP;
      unit = next;
    }
    String number = String.format(Locale.UK, size < 10 ? "%.1f" : "%.0f", size);
    return number.replace(".0", "") + " " + unit;
  }
}
