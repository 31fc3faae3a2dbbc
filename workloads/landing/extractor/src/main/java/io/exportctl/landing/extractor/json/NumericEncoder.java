package io.exportctl.landing.extractor.json;

/**
 * Encoder of numeric, with all digits that PostgreSQL prints.
 *
 * @param quoted true for a string
 */
public record NumericEncoder(boolean quoted) implements FieldEncoder {

  private static final int NEGATIVE = 0x4000;
  private static final int NAN = 0xC000;
  private static final int INFINITY = 0xD000;
  private static final int MINUS_INFINITY = 0xF000;

  /** The format is that of numeric_send: digits to the base of 10,000, and their weight. */
  @Override
  public void encode(byte[] bytes, int offset, int length, JsonBuffer json) {
    int sign = Binary.int16(bytes, offset + 4) & 0xffff;
    if (sign == NAN) {
      json.put("\"NaN\"");
    } else if (sign == INFINITY) {
      json.put("\"Infinity\"");
    } else if (sign == MINUS_INFINITY) {
      json.put("\"-Infinity\"");
    } else {
      finite(bytes, offset, sign == NEGATIVE, json);
    }
  }

  private void finite(byte[] bytes, int offset, boolean negative, JsonBuffer json) {
    int weight = Binary.int16(bytes, offset + 2);
    int scale = Binary.int16(bytes, offset + 6) & 0xffff;
    if (quoted) {
      json.put('"');
    }
    if (negative) {
      json.put('-');
    }
    json.digits(weight < 0 ? 0 : digit(bytes, offset, 0), 1);
    for (int i = 1; i <= weight; i++) {
      json.digits(digit(bytes, offset, i), 4);
    }
    if (scale > 0) {
      json.put('.');
      fraction(bytes, offset, weight, scale, json);
    }
    if (quoted) {
      json.put('"');
    }
  }

  private static void fraction(byte[] bytes, int offset, int weight, int scale, JsonBuffer json) {
    int left = scale;
    for (int i = weight + 1; left > 0; i++) {
      int group = digit(bytes, offset, i);
      for (int unit = 1000; unit > 0 && left > 0; unit /= 10, left--) {
        json.put((char) ('0' + group / unit % 10));
      }
    }
  }

  /** Returns a digit to the base of 10,000; those before and after what was sent are 0. */
  private static int digit(byte[] bytes, int offset, int index) {
    int count = Binary.int16(bytes, offset);
    return index < 0 || index >= count ? 0 : Binary.int16(bytes, offset + 8 + 2 * index);
  }
}
