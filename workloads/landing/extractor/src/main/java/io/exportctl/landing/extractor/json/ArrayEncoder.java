package io.exportctl.landing.extractor.json;

/**
 * Encoder of arrays of any dimensions.
 *
 * @param element encoder of an element
 */
public record ArrayEncoder(FieldEncoder element) implements FieldEncoder {

  /** Bytes of the number of dimensions, flags and the elements' type. */
  private static final int HEADER = 12;

  /** Bytes of the size and the lower bound of a dimension. */
  private static final int DIMENSION = 8;

  /** The format is that of array_send. */
  @Override
  public void encode(byte[] bytes, int offset, int length, JsonBuffer json) {
    int dimensions = Binary.int32(bytes, offset);
    if (dimensions == 0) {
      json.put("[]");
      return;
    }
    dimension(bytes, offset + HEADER, dimensions, offset + HEADER + DIMENSION * dimensions, json);
  }

  /**
   * Writes a dimension and those within it.
   *
   * @param sizes offset of this dimension's size
   * @param left number of dimensions, with this one
   * @param start offset of its first element
   * @return offset after its last element
   */
  private int dimension(byte[] bytes, int sizes, int left, int start, JsonBuffer json) {
    int size = Binary.int32(bytes, sizes);
    int offset = start;
    json.put('[');
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        json.put(',');
      }
      offset =
          left > 1
              ? dimension(bytes, sizes + DIMENSION, left - 1, offset, json)
              : element(bytes, offset, json);
    }
    json.put(']');
    return offset;
  }

  private int element(byte[] bytes, int offset, JsonBuffer json) {
    int length = Binary.int32(bytes, offset);
    if (length < 0) {
      json.put("null");
      return offset + 4;
    }
    element.encode(bytes, offset + 4, length, json);
    return offset + 4 + length;
  }
}
