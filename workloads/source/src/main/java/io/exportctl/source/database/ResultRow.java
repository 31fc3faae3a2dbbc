package io.exportctl.source.database;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A row of a result, by the names of its columns. */
public final class ResultRow {

  private final Map<String, Object> values;

  ResultRow(Map<String, Object> values) {
    this.values = values;
  }

  private Optional<Object> value(String column) {
    if (!values.containsKey(column)) {
      throw new IllegalArgumentException("the result has no column " + column);
    }
    return Optional.ofNullable(values.get(column));
  }

  public String text(String column) {
    return value(column).orElseThrow().toString();
  }

  public Optional<String> findText(String column) {
    return value(column).map(Object::toString);
  }

  public long number(String column) {
    return ((Number) value(column).orElseThrow()).longValue();
  }

  public Optional<Long> findNumber(String column) {
    return value(column).map(it -> ((Number) it).longValue());
  }

  public boolean truth(String column) {
    return (Boolean) value(column).orElseThrow();
  }

  public Instant time(String column) {
    return ((Timestamp) value(column).orElseThrow()).toInstant();
  }

  public Optional<LocalDate> findDate(String column) {
    return value(column).map(it -> ((java.sql.Date) it).toLocalDate());
  }

  public UUID uuid(String column) {
    return (UUID) value(column).orElseThrow();
  }

  public byte[] bytes(String column) {
    return (byte[]) value(column).orElseThrow();
  }

  /** Leaves out the values. */
  @Override
  public String toString() {
    return "row of " + values.keySet();
  }
}
