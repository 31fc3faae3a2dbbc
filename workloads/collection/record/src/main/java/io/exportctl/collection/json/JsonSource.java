package io.exportctl.collection.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Opens strict parsers over bytes: UTF-8 alone, without a byte order mark, and within the limits.
 */
public final class JsonSource {

  /** Number of levels of objects and lists that a text may have. */
  public static final int MAXIMUM_DEPTH = 1000;

  /** Number of digits that a number may have. */
  public static final int MAXIMUM_DIGITS = 5000;

  private static final int LONGEST_STRING = 64 << 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // Names of a hostile text would fill the JVM's table of interned strings.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          // Read as numbers, so that they are told from faults of syntax.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAXIMUM_DEPTH)
                  .maxNumberLength(MAXIMUM_DIGITS)
                  .maxStringLength(LONGEST_STRING)
                  .build())
          .build();

  /** Bytes in which Jackson looks for another encoding than UTF-8. */
  private static final int ENCODING_BYTES = 4;

  /** First byte of a byte order mark, and of characters that no JSON text begins with. */
  private static final byte MARK = (byte) 0xef;

  private JsonSource() {}

  /**
   * Returns a parser before the first token.
   *
   * @throws JsonException if the bytes are not UTF-8, or begin with a byte order mark
   */
  public static JsonParser open(byte[] bytes, int offset, int length) throws JsonException {
    if (!Utf8Check.isValid(bytes, offset, length)) {
      throw new JsonException(JsonFault.UTF_8);
    }
    if (length > 0 && bytes[offset] == MARK) {
      throw new JsonException(JsonFault.SYNTAX);
    }
    for (int index = 0; index < Math.min(length, ENCODING_BYTES); index++) {
      if (bytes[offset + index] == 0) {
        throw new JsonException(JsonFault.SYNTAX);
      }
    }
    try {
      return FACTORY.createParser(bytes, offset, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
