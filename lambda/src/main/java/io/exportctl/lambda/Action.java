package io.exportctl.lambda;

import java.util.Locale;

/** Result of the work on one message. */
enum Action {
  /** The file is at the target and gone from the export bucket. */
  MOVED("info"),
  /** The file is at the target and kept in the export bucket. */
  COPIED("info"),
  /** The newest version was put at the target again, where an older one may have replaced it. */
  REPAIRED("info"),
  /** The version's mark shows that it was delivered before. */
  ALREADY_DELIVERED("info"),
  /** There is no file, and nothing to repair. */
  ABSENT("info"),
  /** The prefix was searched for files left behind. */
  SWEPT("info"),
  /** Not done, or not known to be done: retried later. */
  FAILED("warn"),
  /** Not done for lack of time: retried at once. */
  POSTPONED("warn"),
  /** Still running when the function had to answer: retried after its copy has landed. */
  UNFINISHED("warn"),
  /** The checksums of source and target differ: nothing is deleted, retried later. */
  CORRUPTED("error"),
  /** No retry can help: sent to the dead-letter queue. */
  HOPELESS("error");

  private final String level;

  Action(String level) {
    this.level = level;
  }

  String level() {
    return level;
  }

  /** Name in logs and dashboards: lower case, with {@code -}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
