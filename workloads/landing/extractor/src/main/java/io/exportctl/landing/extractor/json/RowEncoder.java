package io.exportctl.landing.extractor.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Turns the binary format of COPY into lines of JSON, one for each row. */
public final class RowEncoder {

  /** The signature of the format, its flags, and the length of an extension. */
  private static final int HEADER = 11 + 4 + 4;

  /** A name of at most 63 bytes, each of which may become six. */
  private static final int MAX_KEY_BYTES = 1 << 10;

  private final byte[][] keys;
  private final FieldEncoder[] encoders;
  private final int[] offsets;
  private final int[] lengths;
  private final JsonBuffer json;
  private byte[] rest = new byte[0];
  private boolean started;
  private boolean ended;

  /**
   * Creates an encoder.
   *
   * @param names of the columns, which are the keys in each line
   * @param maxRowBytes longest line
   */
  public RowEncoder(List<String> names, List<FieldEncoder> encoders, int maxRowBytes) {
    json = new JsonBuffer(maxRowBytes);
    this.encoders = encoders.toArray(FieldEncoder[]::new);
    keys = new byte[names.size()][];
    offsets = new int[names.size()];
    lengths = new int[names.size()];
    for (int i = 0; i < keys.length; i++) {
      JsonBuffer key = new JsonBuffer(MAX_KEY_BYTES);
      byte[] name = names.get(i).getBytes(UTF_8);
      key.put(i == 0 ? '{' : ',');
      key.string(name, 0, name.length);
      key.put(':');
      keys[i] = Arrays.copyOf(key.bytes(), key.size());
    }
  }

  /**
   * Encodes all rows that are whole with these bytes; the rest is kept for the next call.
   *
   * @param lines is given the buffer with each line, and must not keep it
   * @throws RowTooLongException if a line is too long
   */
  public void encode(byte[] message, Consumer<JsonBuffer> lines) {
    byte[] bytes = rest.length == 0 ? message : joined(message);
    int offset = 0;
    if (!started && bytes.length >= HEADER) {
      offset = HEADER + Binary.int32(bytes, HEADER - 4);
      started = true;
    }
    while (started && !ended) {
      int next = row(bytes, offset);
      if (next < 0) {
        break;
      }
      if (!ended) {
        json.clear();
        line(bytes);
        lines.accept(json);
      }
      offset = next;
    }
    rest = offset == bytes.length ? new byte[0] : Arrays.copyOfRange(bytes, offset, bytes.length);
  }

  /** Returns true if the end of the data was seen and nothing follows it. */
  public boolean isComplete() {
    return ended && rest.length == 0;
  }

  /** Finds the fields of a row; returns the offset of the next row, or -1 if it is not whole. */
  private int row(byte[] bytes, int start) {
    if (bytes.length - start < 2) {
      return -1;
    }
    int count = Binary.int16(bytes, start);
    int offset = start + 2;
    if (count == -1) {
      ended = true;
      return offset;
    }
    if (count != encoders.length) {
      throw new IllegalStateException(
          "a row has %d fields instead of %d".formatted(count, encoders.length));
    }
    for (int i = 0; i < count; i++) {
      if (bytes.length - offset < 4) {
        return -1;
      }
      lengths[i] = Binary.int32(bytes, offset);
      offset += 4;
      offsets[i] = offset;
      int length = Math.max(0, lengths[i]);
      if (bytes.length - offset < length) {
        return -1;
      }
      offset += length;
    }
    return offset;
  }

  private void line(byte[] bytes) {
    if (keys.length == 0) {
      json.put('{');
    }
    for (int i = 0; i < keys.length; i++) {
      json.put(keys[i], 0, keys[i].length);
      if (lengths[i] < 0) {
        json.put("null");
      } else {
        encoders[i].encode(bytes, offsets[i], lengths[i], json);
      }
    }
    json.put("}\n");
  }

  private byte[] joined(byte[] message) {
    byte[] both = Arrays.copyOf(rest, rest.length + message.length);
    System.arraycopy(message, 0, both, rest.length, message.length);
    return both;
  }
}
