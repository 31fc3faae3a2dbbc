package io.exportctl.collection.record;

import java.time.Instant;
import java.util.Optional;

/** A record that was decrypted and normalised. */
public final class Row implements Outcome {

  private final Optional<String> id;
  private final Operation operation;
  private final Instant lastModified;
  private final byte[] value;
  private final Object[] columns;
  private final int columnMismatches;

  Row(
      Optional<String> id,
      Operation operation,
      Instant lastModified,
      byte[] value,
      Object[] columns,
      int columnMismatches) {
    this.id = id;
    this.operation = operation;
    this.lastModified = lastModified;
    this.value = value;
    this.columns = columns;
    this.columnMismatches = columnMismatches;
  }

  /** Text of the id; empty if the envelope has none, which only happens unless it is for latest. */
  public Optional<String> id() {
    return id;
  }

  public Operation operation() {
    return operation;
  }

  /** Time of the change, in whole milliseconds. */
  public Instant lastModified() {
    return lastModified;
  }

  /** JSON text in UTF-8; the array is not copied. */
  public byte[] value() {
    return value;
  }

  /**
   * Values of the typed columns in the order of the settings, of the classes that {@link
   * ColumnType} names; null where the path is absent or null, or its value does not fit. The array
   * is not copied.
   */
  public Object[] columns() {
    return columns;
  }

  /** Number of columns that are null because a value does not fit. */
  public int columnMismatches() {
    return columnMismatches;
  }

  /** Returns the operation and the size alone, as the rest does not belong in a log. */
  @Override
  public String toString() {
    return "Row[" + operation + ", " + value.length + " bytes]";
  }
}
