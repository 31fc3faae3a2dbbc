package io.exportctl.validate;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;

/**
 * What a policy has room for.
 *
 * @param largest in characters, as AWS counts them
 */
record PolicyLimit(int largest) {

  boolean isPassedBy(int size) {
    return size > largest;
  }

  /** From nine tenths on: time to make room, before a change that cannot wait does not fit. */
  boolean isNear(int size) {
    return size >= largest - largest / 10;
  }

  /**
   * Says that the limit is passed, or near.
   *
   * @param policy whose it is, such as {@code the bucket's policy}
   */
  Diagnostic diagnose(FileValues.Value place, String policy, int size) {
    return isPassedBy(size)
        ? place.diagnose(
            RuleId.POLICY_TOO_LARGE,
            policy + " would have " + size + " characters, expected at most " + largest)
        : place.diagnose(
            RuleId.POLICY_NEARLY_FULL,
            policy + " would have " + size + " of at most " + largest + " characters");
  }
}
