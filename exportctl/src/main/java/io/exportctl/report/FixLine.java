package io.exportctl.report;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The line of a finding as it reads after its fix. */
final class FixLine {

  private static final Comparator<Fix.Edit> FROM_THE_RIGHT =
      (one, other) -> Integer.compare(other.column(), one.column());

  private FixLine() {}

  /**
   * Returns the fixed line, or the lines that replace it. Returns an empty list if there is no fix,
   * if the fix changes other lines too, if it removes the line, or if the line has another fault.
   */
  static List<String> of(Diagnostic diagnostic) {
    Location location = diagnostic.location();
    if (!(diagnostic.fix().orElse(null) instanceof Fix.Rewrite rewrite)
        || !rewrite.isEnough()
        || !areWithin(rewrite.shown(), location)) {
      return List.of();
    }
    String fixed = apply(location.source(), rewrite.shown());
    if (fixed.isBlank() || fixed.equals(location.source())) {
      return List.of();
    }
    return fixed.indexOf('\n') < 0 ? List.of(fixed) : fixed.lines().toList();
  }

  private static boolean areWithin(List<Fix.Edit> edits, Location location) {
    for (Fix.Edit edit : edits) {
      if (edit.line() != location.line() || edit.endLine() != location.line()) {
        return false;
      }
    }
    return true;
  }

  /** Applies the edits from right to left, so that the columns of the remaining ones stay valid. */
  private static String apply(String line, List<Fix.Edit> edits) {
    StringBuilder fixed = new StringBuilder(line);
    List<Fix.Edit> fromTheRight = new ArrayList<>(edits);
    fromTheRight.sort(FROM_THE_RIGHT);
    for (Fix.Edit edit : fromTheRight) {
      fixed.replace(
          line.offsetByCodePoints(0, edit.column() - 1),
          line.offsetByCodePoints(0, edit.endColumn() - 1),
          edit.text());
    }
    return fixed.toString();
  }
}
