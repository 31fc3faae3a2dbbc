package io.exportctl.collection.record;

import io.exportctl.collection.json.JsonOutput;
import io.exportctl.collection.json.Utf8;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A name as it comes out, with its order among others and its JSON text.
 *
 * @param text after the steps and sanitising
 * @param start first eight bytes of the order, with zeros after a shorter one
 * @param order bytes whose unsigned order is that of the code points
 * @param json the name in quotation marks, and a colon
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by the arrays' own methods alone.
record OutputName(String text, long start, byte[] order, byte[] json)
    implements Comparable<OutputName> {

  /** Compares by code point. */
  @Override
  public int compareTo(OutputName other) {
    // Most names differ early.
    return start == other.start
        ? Arrays.compareUnsigned(order, other.order)
        : Long.compareUnsigned(start, other.start);
  }

  /** Names that were met before. Not safe for use by several threads. */
  static final class Cache {

    private static final int MOST_NAMES = 20_000;
    private static final int LONGEST_NAME = 200;

    private final Map<String, OutputName> names = new HashMap<>();
    private final JsonOutput output = new JsonOutput();
    private final Steps steps;

    Cache(Steps steps) {
      this.steps = steps;
    }

    OutputName get(String name) {
      OutputName known = names.get(name);
      if (known != null) {
        return known;
      }
      OutputName made = make(name);
      if (name.length() <= LONGEST_NAME) {
        if (names.size() >= MOST_NAMES) {
          // Names that are data, such as ids, would fill it for ever.
          names.clear();
        }
        names.put(name, made);
      }
      return made;
    }

    private OutputName make(String name) {
      String text = Sanitising.apply(steps.apply(name));
      output.clear();
      output.string(text);
      output.character(':');
      byte[] order = Utf8.sortKey(text);
      long start = ByteBuffer.wrap(Arrays.copyOf(order, Long.BYTES)).getLong();
      return new OutputName(text, start, order, output.toBytes());
    }
  }
}
