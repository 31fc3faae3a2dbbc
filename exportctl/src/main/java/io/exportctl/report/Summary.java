package io.exportctl.report;

import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Severity;
import io.exportctl.text.Quantity;
import java.time.Duration;
import java.util.Locale;

/** Last line of a text report: counts and elapsed time. */
final class Summary {

  private Summary() {}

  static String of(Report report) {
    return counts(report.found(), report.fileCount()) + " (" + time(report.elapsed()) + ")";
  }

  private static String counts(Diagnostics found, int files) {
    if (found.all().isEmpty()) {
      return "no problems in " + Quantity.of(files, "file");
    }
    long errors = found.count(Severity.ERROR);
    long warnings = found.count(Severity.WARNING);
    return (errors == 0 ? "" : Quantity.of(errors, "error"))
        + (errors == 0 || warnings == 0 ? "" : ", ")
        + (warnings == 0 ? "" : Quantity.of(warnings, "warning"))
        + " in "
        + found.files()
        + " of "
        + Quantity.of(files, "file");
  }

  private static String time(Duration elapsed) {
    return elapsed.toSeconds() == 0
        ? elapsed.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
  }
}
