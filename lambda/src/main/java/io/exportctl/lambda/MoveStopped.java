package io.exportctl.lambda;

/** Ends the work on a key with the outcome that it carries. */
final class MoveStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;

  private MoveStopped(Outcome outcome) {
    super(outcome.reason());
    this.outcome = outcome;
  }

  static MoveStopped failed(String reason) {
    return new MoveStopped(Outcome.of(Action.FAILED, reason));
  }

  static MoveStopped hopeless(String reason) {
    return new MoveStopped(Outcome.of(Action.HOPELESS, reason));
  }

  static MoveStopped corrupted(String reason) {
    return new MoveStopped(Outcome.of(Action.CORRUPTED, reason));
  }

  static MoveStopped postponed(String reason) {
    return new MoveStopped(Outcome.of(Action.POSTPONED, reason));
  }

  Outcome outcome() {
    return outcome;
  }
}
