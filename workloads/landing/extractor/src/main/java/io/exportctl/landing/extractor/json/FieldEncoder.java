package io.exportctl.landing.extractor.json;

/** Writes a value of one type as JSON. */
@FunctionalInterface
public interface FieldEncoder {

  /** Writes a value that PostgreSQL sent in its binary format. */
  void encode(byte[] bytes, int offset, int length, JsonBuffer json);
}
