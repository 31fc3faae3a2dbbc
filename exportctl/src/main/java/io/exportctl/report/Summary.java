package io.exportctl.report;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Diagnostics;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.Severity;
import io.exportctl.text.Quantity;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Last lines of a text report: counts, elapsed time, and the number of fixes. */
final class Summary {

  /** Mark of a finding that {@code exportctl fix} takes. */
  static final String FIXABLE = "[*]";

  private Summary() {}

  static String of(Report report) {
    return counts(report.found(), report.fileCount()) + " (" + time(report.elapsed()) + ")";
  }

  /** Counts the marked findings; empty if there are none. */
  static Optional<String> fixable(Diagnostics found) {
    Diagnostics marked = found.filter(Summary::isFixable);
    long others =
        found.filter(one -> one.fix().filter(fix -> !fix.isSafe()).isPresent()).all().size();
    return marked.all().isEmpty()
        ? Optional.empty()
        : Optional.of(
            FIXABLE
                + " "
                + marked.all().size()
                + " fixable with \"exportctl fix\""
                + (others == 0 ? "" : ", " + others + " more with --unsafe"));
  }

  /** Returns true if {@code exportctl fix} leaves nothing to do in the line of a finding. */
  static boolean isFixable(Diagnostic found) {
    return found.fix().filter(fix -> fix.isSafe() && fix.isEnough()).isPresent()
        && !found.location().file().equals(Location.STANDARD_INPUT);
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
