package io.exportctl.aws;

import io.exportctl.diagnostic.ExportctlException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answer of AWS, or the permission for it that the caller lacks.
 *
 * @param value empty if the permission is lacking
 * @param lacking the action that IAM refuses, such as {@code sqs:GetQueueAttributes}
 */
public record Answer<T>(Optional<T> value, Optional<String> lacking) {

  public static <T> Answer<T> of(T value) {
    return new Answer<>(Optional.of(value), Optional.empty());
  }

  static <T> Answer<T> refused(String action) {
    return new Answer<>(Optional.empty(), Optional.of(action));
  }

  /**
   * Returns the value.
   *
   * @throws ExportctlException if the permission is lacking
   */
  public T orFail() {
    return value.orElseThrow(
        () ->
            new ExportctlException(
                "your credentials lack the permission "
                    + lacking.orElse("")
                    + "; docs/operating.md has a policy with all that are needed"));
  }

  /** Converts the value, if there is one. */
  public <R> Answer<R> map(Function<T, R> conversion) {
    return new Answer<>(value.map(conversion), lacking);
  }

  /** Asks on with the value, if there is one. */
  public <R> Answer<R> then(Function<T, Answer<R>> next) {
    return value.isPresent() ? next.apply(value.get()) : new Answer<>(Optional.empty(), lacking);
  }
}
