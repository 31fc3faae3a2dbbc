package io.exportctl.report;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The line of a finding as it would be once it is mended. */
final class MendedLine {

  private MendedLine() {}

  /**
   * The line, or the lines that would stand for it; none where that is not known, where other lines
   * would change too, or where nothing would be left of it.
   */
  static List<String> of(Diagnostic diagnostic) {
    Location location = diagnostic.location();
    return diagnostic
        .fix()
        .flatMap(
            fix -> fix instanceof Fix.Rewrite rewrite ? Optional.of(rewrite) : Optional.empty())
        .filter(rewrite -> rewrite.edits().stream().allMatch(edit -> isWithin(edit, location)))
        .map(rewrite -> mend(location.source(), rewrite.edits()))
        .filter(mended -> !mended.isBlank() && !mended.equals(location.source()))
        .map(mended -> mended.lines().toList())
        .orElse(List.of());
  }

  private static boolean isWithin(Fix.Edit edit, Location location) {
    return edit.line() == location.line() && edit.endLine() == location.line();
  }

  /** From right to left, so that the places of the others stay. */
  private static String mend(String line, List<Fix.Edit> edits) {
    StringBuilder mended = new StringBuilder(line);
    edits.stream()
        .sorted(Comparator.comparingInt(Fix.Edit::column).reversed())
        .forEach(
            edit ->
                mended.replace(
                    line.offsetByCodePoints(0, edit.column() - 1),
                    line.offsetByCodePoints(0, edit.endColumn() - 1),
                    edit.text()));
    return mended.toString();
  }
}
