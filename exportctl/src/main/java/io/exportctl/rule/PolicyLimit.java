package io.exportctl.rule;

import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import java.util.List;

/**
 * Maximum size of a policy.
 *
 * @param largest size in characters, as AWS counts them
 */
public record PolicyLimit(int largest) {

  /**
   * Limit for all inline policies of a role together: <a
   * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM
   * quotas</a>.
   */
  public static final PolicyLimit INLINE_POLICIES = new PolicyLimit(10_240);

  /**
   * Limit for a bucket's policy, 20 KB: <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html">S3
   * bucket policies</a>.
   */
  public static final PolicyLimit BUCKET_POLICY = new PolicyLimit(20_480);

  /** Ids of the rules for a policy's size, which several policies share. */
  public static final List<RuleId> RULES =
      List.of(RuleId.POLICY_NEARLY_FULL, RuleId.POLICY_TOO_LARGE);

  public boolean isExceededBy(int size) {
    return size > largest;
  }

  /** Returns true from 90 % of the limit on, to keep room for an urgent change. */
  public boolean isNear(int size) {
    return size >= largest - largest / 10;
  }

  /**
   * Reports that the limit is exceeded, or nearly reached.
   *
   * @param policy name of the policy for a person, such as {@code the bucket's policy}
   */
  public Diagnostic diagnose(FileValues.Value place, String policy, int size) {
    return isExceededBy(size)
        ? place.diagnose(
            RuleId.POLICY_TOO_LARGE,
            policy + " would have " + size + " characters, expected at most " + largest)
        : place.diagnose(
            RuleId.POLICY_NEARLY_FULL,
            policy + " would have " + size + " of at most " + largest + " characters");
  }
}
