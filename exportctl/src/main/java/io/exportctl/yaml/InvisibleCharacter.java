package io.exportctl.yaml;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.Location;
import io.exportctl.diagnostic.RuleId;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.reader.StreamReader;

/** Finds characters that a reader of the file does not see. */
final class InvisibleCharacter {

  /**
   * Line breaks other than a line feed: a lone carriage return, and those that <a
   * href="https://yaml.org/spec/1.2.2/#54-line-break-characters">YAML 1.2</a> no longer has. YAML
   * versions disagree about where such a line ends.
   */
  private static final String OTHER_LINE_BREAKS = "\r\u0085\u2028\u2029";

  private InvisibleCharacter() {}

  static Diagnostic diagnose(Location place) {
    String line = place.source();
    int point = line.codePointAt(line.offsetByCodePoints(0, place.column() - 1));
    return Diagnostic.of(
            place,
            RuleId.CONTROL_CHARACTER,
            String.format("an invisible character (U+%04X), expected text that can be seen", point))
        .withHelp(
            switch (point) {
              case 0 -> "save the file as text with the encoding \"UTF-8\"";
              case '\r' -> "save the file with the line breaks of Unix (LF) or Windows (CRLF)";
              default -> "remove the character";
            });
  }

  /**
   * Finds the first invisible character. SnakeYAML refuses control characters without reporting
   * their line, and accepts characters that change what a reviewer sees (<a
   * href="https://trojansource.codes">trojansource.codes</a>). Joiners are allowed, as some scripts
   * need them.
   */
  static Optional<Span> find(List<String> lines) {
    for (int line = 0; line < lines.size(); line++) {
      int[] points = lines.get(line).codePoints().toArray();
      for (int column = 0; column < points.length; column++) {
        int point = points[column];
        boolean joiner = point == 0x200C || point == 0x200D;
        if (!StreamReader.isPrintable(point)
            || OTHER_LINE_BREAKS.indexOf(point) >= 0
            || (Character.getType(point) == Character.FORMAT && !joiner)) {
          return Optional.of(new Span(line + 1, column + 1, 1));
        }
      }
    }
    return Optional.empty();
  }
}
