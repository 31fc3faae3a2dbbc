package io.exportctl.report;

import io.exportctl.diagnostic.Location;
import io.exportctl.text.CodePoints;
import io.exportctl.text.JsonWriter;
import java.nio.charset.StandardCharsets;

/** Writes locations as SARIF. */
final class SarifPlace {

  /** Base of the paths; the reader of the file resolves it. */
  static final String BASE = "%SRCROOT%";

  private SarifPlace() {}

  static void write(JsonWriter json, Location place) {
    json.object(
        "physicalLocation",
        physical ->
            physical
                .object("artifactLocation", file -> writeFile(file, place))
                .object("region", region -> writeRegion(region, place)));
  }

  static void writeFile(JsonWriter json, Location place) {
    json.field("uri", uri(place.file())).field("uriBaseId", BASE);
  }

  /**
   * Writes a region; a whole file gets its first line, as GitHub rejects a place without a line.
   */
  private static void writeRegion(JsonWriter json, Location place) {
    if (place.isWholeFile()) {
      json.field("startLine", 1);
      return;
    }
    json.field("startLine", place.line())
        .field("startColumn", place.column())
        .field("endLine", place.line())
        .field("endColumn", place.column() + place.length())
        .object("snippet", snippet -> snippet.field("text", snippet(place)));
  }

  /** Returns the span without the rest of its line, as many problems may share a long line. */
  private static String snippet(Location place) {
    String line = place.source();
    int points = CodePoints.count(line);
    int start = Math.min(place.column() - 1, points);
    return CodePoints.substring(line, start, Math.min(start + place.length(), points));
  }

  /**
   * Returns a relative reference (RFC 3986): encodes every byte except unreserved characters and
   * slashes.
   */
  private static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xFF);
      boolean plain =
          character < 128
              && (Character.isLetterOrDigit(character) || "-._~/".indexOf(character) >= 0);
      uri.append(plain ? String.valueOf(character) : String.format("%%%02X", each));
    }
    return uri.toString();
  }
}
