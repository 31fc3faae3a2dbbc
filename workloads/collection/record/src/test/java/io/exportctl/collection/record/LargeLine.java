package io.exportctl.collection.record;

import io.exportctl.collection.key.FileKeySettings;
import io.exportctl.collection.key.SharedKeys;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a line of nearly the largest length in a JVM of its own, and prints the size of its value.
 * Its arguments are the file of keys and the megabytes of the record.
 */
final class LargeLine {

  private LargeLine() {}

  public static void main(String[] arguments) throws Exception {
    byte[] line = line(Integer.parseInt(arguments[1]) << 20);
    RecordSettings settings = new RecordSettings("core:claim", List.of(), List.of(), true);
    RecordFunction function =
        new RecordFunction(
            settings, SharedKeys.of(new FileKeySettings(Path.of(arguments[0]).toString())));
    Outcome outcome = function.apply(line, 0, line.length);
    System.out.println(
        outcome instanceof Row row ? line.length + " " + row.value().length : outcome.toString());
  }

  private static byte[] line(int bytes) {
    byte[] record = new byte[bytes];
    Arrays.fill(record, (byte) 'x');
    System.arraycopy(new byte[] {'{', '"', 'a', '"', ':', '"'}, 0, record, 0, 6);
    record[bytes - 2] = '"';
    record[bytes - 1] = '}';
    return TestLine.of(record, 16, Optional.empty()).bytes();
  }
}
