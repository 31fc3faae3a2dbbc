package io.exportctl.lambda.benchmarks;

/** The measurement failed; the message is a sentence for a person. */
final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Failure(String message) {
    super(message);
  }
}
