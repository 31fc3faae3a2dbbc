package io.exportctl.lambda;

import java.util.Optional;

/**
 * What became of one key.
 *
 * @param version the version that was delivered to the target, if one was
 * @param reason why it failed, or what is remarkable; empty when there is nothing to say
 */
record Outcome(Action action, Optional<SourceVersion> version, String reason) {

  static Outcome done(Action action, Optional<SourceVersion> version) {
    return new Outcome(action, version, "");
  }

  static Outcome of(Action action, String reason) {
    return new Outcome(action, Optional.empty(), reason);
  }

  Outcome because(String newReason) {
    return new Outcome(action, version, newReason);
  }

  /**
   * How loud the log is. Success with a remark is a warning, save that a duplicate event is nothing
   * remarkable.
   */
  String level() {
    return switch (action) {
      case MOVED, COPIED, REPAIRED, SWEPT -> reason.isEmpty() ? action.level() : "warn";
      case ALREADY_DELIVERED, ABSENT, FAILED, POSTPONED, UNFINISHED, CORRUPTED, HOPELESS ->
          action.level();
    };
  }
}
