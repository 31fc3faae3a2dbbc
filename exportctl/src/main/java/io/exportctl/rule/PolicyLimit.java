package io.exportctl.rule;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;

/**
 * What a policy has room for.
 *
 * @param largest in characters, as AWS counts them
 */
public record PolicyLimit(int largest) {

  /**
   * All inline policies of a role together: <a
   * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM
   * quotas</a>.
   */
  public static final PolicyLimit INLINE_POLICIES = new PolicyLimit(10_240);

  /**
   * A bucket's policy, 20 KB: <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html">S3
   * bucket policies</a>.
   */
  public static final PolicyLimit BUCKET_POLICY = new PolicyLimit(20_480);

  public boolean isPassedBy(int size) {
    return size > largest;
  }

  /** From nine tenths on: time to make room, before a change that cannot wait does not fit. */
  public boolean isNear(int size) {
    return size >= largest - largest / 10;
  }

  /**
   * Says that the limit is passed, or near.
   *
   * @param policy whose it is, such as {@code the bucket's policy}
   */
  public Diagnostic diagnose(FileValues.Value place, String policy, int size) {
    return isPassedBy(size)
        ? place.diagnose(
            RuleId.POLICY_TOO_LARGE,
            policy + " would have " + size + " characters, expected at most " + largest)
        : place.diagnose(
            RuleId.POLICY_NEARLY_FULL,
            policy + " would have " + size + " of at most " + largest + " characters");
  }
}
