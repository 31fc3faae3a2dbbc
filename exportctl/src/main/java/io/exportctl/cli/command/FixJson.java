package io.exportctl.cli.command;

import io.exportctl.diagnostic.Location;
import io.exportctl.fix.Fixed;
import io.exportctl.text.JsonWriter;
import java.util.List;

/** JSON of fixes that were made, which {@code fix} and {@code migrate} share. */
final class FixJson {

  /** Version of the JSON output, increased by incompatible changes. */
  static final int VERSION = 1;

  private FixJson() {}

  /** Writes the fixes as the field {@code fixed}. */
  static void write(JsonWriter json, List<Fixed.Done> done) {
    json.array("fixed", done, FixJson::write);
  }

  private static void write(JsonWriter json, Fixed.Done done) {
    Location place = done.location();
    json.field("file", place.file());
    if (!place.isWholeFile()) {
      json.field("line", place.line()).field("column", place.column());
    }
    json.field("change", done.what());
  }
}
