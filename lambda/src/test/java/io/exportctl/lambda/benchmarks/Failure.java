package io.exportctl.lambda.benchmarks;

/** What cannot be measured, in a sentence for a person. */
final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Failure(String message) {
    super(message);
  }
}
