package io.exportctl.migrate;

import io.exportctl.diagnostic.Fix;
import io.exportctl.diagnostic.Location;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text that is edited step by step and maps each character to its place in the old file, so that
 * findings can cite the old file.
 */
final class TracedText {

  private final String original;
  private final String text;

  /** Offset in the original for each character and for the end. */
  private final int[] origins;

  private TracedText(String original, String text, int[] origins) {
    this.original = original;
    this.text = text;
    this.origins = origins;
  }

  static TracedText of(String original) {
    return new TracedText(
        original, original, IntStream.rangeClosed(0, original.length()).toArray());
  }

  String text() {
    return text;
  }

  /**
   * Applies edits, with the text's own kind of line break.
   *
   * @param edits edits that do not overlap
   */
  TracedText with(List<Fix.Edit> edits) {
    StringBuilder edited = new StringBuilder();
    IntStream.Builder traced = IntStream.builder();
    int next = 0;
    for (Fix.Edit edit :
        edits.stream()
            .sorted(Comparator.comparingInt(Fix.Edit::line).thenComparingInt(Fix.Edit::column))
            .toList()) {
      int start = offset(text, edit.line(), edit.column());
      String inserted = edit.text().replace("\n", lineBreak());
      edited.append(text, next, start).append(inserted);
      Arrays.stream(origins, next, start).forEach(traced);
      inserted.chars().forEach(any -> traced.add(origins[start]));
      next = offset(text, edit.endLine(), edit.endColumn());
    }
    edited.append(text, next, text.length());
    Arrays.stream(origins, next, origins.length).forEach(traced);
    return new TracedText(original, edited.toString(), traced.build().toArray());
  }

  /** Adds a line break at the end if it is missing. */
  TracedText withLastLineEnded() {
    if (text.isEmpty() || text.endsWith("\n")) {
      return this;
    }
    int[] traced = Arrays.copyOf(origins, origins.length + lineBreak().length());
    Arrays.fill(traced, origins.length, traced.length, original.length());
    return new TracedText(original, text + lineBreak(), traced);
  }

  /**
   * Maps a place in this text to its place in the old file.
   *
   * @param file the printed path of the old file
   */
  Location origin(Location place, String file) {
    if (place.isWholeFile()) {
      return Location.of(file);
    }
    int offset = offset(text, place.line(), place.column());
    int end = offset(text, place.line(), place.column() + place.length());
    int start = origins[offset];
    int lineStart = original.lastIndexOf('\n', start - 1) + 1;
    int lineEnd =
        original.indexOf('\n', start) < 0 ? original.length() : original.indexOf('\n', start);
    String line = original.substring(lineStart, lineEnd).replace("\r", "");
    return new Location(
        file,
        (int) original.substring(0, start).chars().filter(point -> point == '\n').count() + 1,
        original.codePointCount(lineStart, start) + 1,
        original.codePointCount(start, Math.max(start, Math.min(origins[end], lineEnd))),
        line);
  }

  private String lineBreak() {
    return original.contains("\r\n") ? "\r\n" : "\n";
  }

  /** Returns the offset of a column, or of the end of its line if that is shorter. */
  private static int offset(String text, int line, int column) {
    int start = 0;
    for (int before = 1; before < line && text.indexOf('\n', start) >= 0; before++) {
      start = text.indexOf('\n', start) + 1;
    }
    int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
    int points = text.codePointCount(start, end);
    return text.offsetByCodePoints(start, Math.min(column - 1, points));
  }
}
