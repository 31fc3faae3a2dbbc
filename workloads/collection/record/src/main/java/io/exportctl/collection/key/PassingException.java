package io.exportctl.collection.key;

import java.time.Duration;

/** A failure of one request that another try may not meet. */
final class PassingException extends Exception {

  private static final long serialVersionUID = 1;

  private final Duration wait;

  /**
   * @param message clause about the service, such as {@code answered 503}
   */
  PassingException(String message, Throwable cause) {
    super(message, cause);
    this.wait = Duration.ZERO;
  }

  /**
   * @param message clause about the service, such as {@code answered 503}
   * @param wait time before another try that the service asks for
   */
  PassingException(String message, Duration wait) {
    super(message);
    this.wait = wait;
  }

  Duration delay() {
    return wait;
  }
}
