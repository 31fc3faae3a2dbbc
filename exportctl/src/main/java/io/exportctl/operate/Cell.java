package io.exportctl.operate;

import io.exportctl.aws.Answer;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value of a status.
 *
 * @param value empty if the dataset has no such value, or it is unknown
 * @param isUnknown true if the caller lacks the permission to ask for it
 */
public record Cell<T>(Optional<T> value, boolean isUnknown) {

  /** Text of a value that the dataset does not have. */
  static final String NONE = "-";

  static <T> Cell<T> of(T value) {
    return new Cell<>(Optional.of(value), false);
  }

  static <T> Cell<T> none() {
    return new Cell<>(Optional.empty(), false);
  }

  static <T> Cell<T> from(Answer<Optional<T>> answer) {
    return new Cell<>(answer.value().orElse(Optional.empty()), answer.lacking().isPresent());
  }

  <R> Cell<R> map(Function<T, R> conversion) {
    return new Cell<>(value.map(conversion), isUnknown);
  }

  /** Returns the value for a person. */
  String text(Function<T, String> format) {
    return isUnknown ? "?" : value.map(format).orElse(NONE);
  }

  /** Returns true if the value is above 0. */
  static boolean isPositive(Cell<Long> cell) {
    return cell.value().stream().anyMatch(number -> number > 0);
  }
}
