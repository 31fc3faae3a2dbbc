package io.exportctl.report;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The line of a finding as it would be once it is mended. */
final class FixLine {

  private static final Comparator<Fix.Edit> FROM_THE_RIGHT =
      (one, other) -> Integer.compare(other.column(), one.column());

  private FixLine() {}

  /**
   * The line, or the lines that would stand for it; none where that is not known, where other lines
   * would change too, or where nothing would be left of it.
   */
  static List<String> of(Diagnostic diagnostic) {
    Location location = diagnostic.location();
    if (!(diagnostic.fix().orElse(null) instanceof Fix.Rewrite rewrite)
        || !areWithin(rewrite.edits(), location)) {
      return List.of();
    }
    String mended = mend(location.source(), rewrite.edits());
    if (mended.isBlank() || mended.equals(location.source())) {
      return List.of();
    }
    return mended.indexOf('\n') < 0 ? List.of(mended) : mended.lines().toList();
  }

  private static boolean areWithin(List<Fix.Edit> edits, Location location) {
    for (Fix.Edit edit : edits) {
      if (edit.line() != location.line() || edit.endLine() != location.line()) {
        return false;
      }
    }
    return true;
  }

  /** From right to left, so that the places of the others stay. */
  private static String mend(String line, List<Fix.Edit> edits) {
    StringBuilder mended = new StringBuilder(line);
    List<Fix.Edit> fromTheRight = new ArrayList<>(edits);
    fromTheRight.sort(FROM_THE_RIGHT);
    for (Fix.Edit edit : fromTheRight) {
      mended.replace(
          line.offsetByCodePoints(0, edit.column() - 1),
          line.offsetByCodePoints(0, edit.endColumn() - 1),
          edit.text());
    }
    return mended.toString();
  }
}
