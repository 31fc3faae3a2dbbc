package io.exportctl.collection.record;

import io.exportctl.collection.json.JsonException;
import io.exportctl.collection.json.JsonNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values of typed columns. */
final class ColumnValue {

  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,4})?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private ColumnValue() {}

  /**
   * Returns a value as its column's class; empty if it does not fit.
   *
   * @param value a text as it comes out, a number, a boolean, a list or an object
   */
  static Optional<Object> of(ColumnType type, Object value) {
    try {
      return switch (type.base()) {
        case STRING -> scalar(value).map(it -> it);
        case BOOLEAN -> Optional.of(value).filter(Boolean.class::isInstance);
        case INTEGER -> number(value).map(BigDecimal::intValueExact);
        case BIGINT -> number(value).map(BigDecimal::longValueExact);
        case DOUBLE -> number(value).flatMap(ColumnValue::finite);
        case DECIMAL -> number(value).flatMap(it -> decimal(type, it));
        case DATE -> text(value).filter(it -> DATE.matcher(it).matches()).map(LocalDate::parse);
        case TIMESTAMP -> timestamp(value);
      };
    } catch (ArithmeticException | DateTimeException e) {
      // Out of the type's range, with a fraction that it does not have, or not in the calendar.
      return Optional.empty();
    }
  }

  private static Optional<String> text(Object value) {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> scalar(Object value) {
    if (value instanceof JsonNumber number) {
      return Optional.of(digits(number));
    }
    return value instanceof Boolean isTrue ? Optional.of(isTrue.toString()) : text(value);
  }

  /** Returns a number, also of a text with nothing else, as many sources keep amounts. */
  private static Optional<BigDecimal> number(Object value) {
    return (value instanceof JsonNumber number ? Optional.of(digits(number)) : text(value))
        .filter(it -> NUMBER.matcher(it).matches())
        .map(BigDecimal::new);
  }

  private static String digits(JsonNumber number) {
    try {
      return number.text();
    } catch (JsonException e) {
      // A record with such a number is rejected as it is written.
      throw new ArithmeticException(e.fault().name());
    }
  }

  private static Optional<Double> finite(BigDecimal number) {
    return Optional.of(number.doubleValue()).filter(it -> !it.isInfinite());
  }

  private static Optional<BigDecimal> decimal(ColumnType type, BigDecimal number) {
    BigDecimal scaled = number.setScale(type.scale(), RoundingMode.UNNECESSARY);
    return Optional.of(scaled).filter(it -> it.precision() <= type.precision());
  }

  private static Optional<Object> timestamp(Object value) {
    Object date = value;
    if (value instanceof Map<?, ?> object && object.size() == 1) {
      date = object.containsKey("$date") ? object.get("$date") : object.get("d_date");
    }
    if (!(date instanceof String text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Dates.parse(text));
    } catch (RejectedException e) {
      return Optional.empty();
    }
  }
}
