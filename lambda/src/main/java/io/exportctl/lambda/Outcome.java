package io.exportctl.lambda;

import java.util.Optional;

/**
 * The result of the work on one message.
 *
 * @param version the version that was delivered to the target, if any
 * @param reason cause of a failure, or a remark on a success; may be empty
 */
record Outcome(Action action, Optional<SourceVersion> version, String reason) {

  static Outcome done(Action action, Optional<SourceVersion> version) {
    return new Outcome(action, version, "");
  }

  static Outcome of(Action action, String reason) {
    return new Outcome(action, Optional.empty(), reason);
  }

  Outcome withReason(String newReason) {
    return new Outcome(action, version, newReason);
  }

  /** Level of the log line. Success with a remark is a warning, except for duplicate events. */
  String level() {
    return switch (action) {
      case MOVED, COPIED, REPAIRED, SWEPT -> reason.isEmpty() ? action.level() : "warn";
      case ALREADY_DELIVERED, ABSENT, FAILED, POSTPONED, UNFINISHED, CORRUPTED, HOPELESS ->
          action.level();
    };
  }
}
