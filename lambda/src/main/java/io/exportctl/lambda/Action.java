package io.exportctl.lambda;

import java.util.Locale;

/** How the work on one message ended. */
enum Action {
  /** The file is at the target and gone from the export bucket. */
  MOVED("info"),
  /** The file is at the target and kept in the export bucket. */
  COPIED("info"),
  /** The newest version had been overtaken at the target, or may have been, and was put there. */
  REPAIRED("info"),
  /** The version's mark says that it had been delivered before. */
  ALREADY_DELIVERED("info"),
  /** There is no file, and nothing to make good. */
  ABSENT("info"),
  /** The prefix was looked through for files left behind. */
  SWEPT("info"),
  /** Not done, or not known to be done: tried again later. */
  FAILED("warn"),
  /** Not done for want of time: tried again at once. */
  POSTPONED("warn"),
  /** Still running when the function had to answer: tried again after its copy has landed. */
  UNFINISHED("warn"),
  /** The target's checksum is not the source's: nothing was deleted, tried again later. */
  CORRUPTED("error"),
  /** No later try can help: for the dead-letter queue. */
  HOPELESS("error");

  private final String level;

  Action(String level) {
    this.level = level;
  }

  String level() {
    return level;
  }

  /** The name as logs and dashboards show it: lower case, with {@code -}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
