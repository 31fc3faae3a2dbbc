package io.exportctl.benchmarks;

/** Thrown if a measurement fails, with a sentence for a person. */
final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Failure(String message) {
    super(message);
  }
}
