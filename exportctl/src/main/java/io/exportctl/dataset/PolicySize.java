package io.exportctl.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many characters the policies have that the modules in {@code terraform/} will render, white
 * space not counted. AWS refuses a larger one only when it is applied. The end-to-end test holds
 * these figures against real documents.
 */
public final class PolicySize {

  /**
   * All inline policies of a role together: <a
   * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM
   * quotas</a>.
   */
  public static final int LARGEST_INLINE_POLICY = 10_240;

  /**
   * 20 KB: <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html">S3
   * bucket policies</a>.
   */
  public static final int LARGEST_BUCKET_POLICY = 20_480;

  /** A document without statements. */
  static final int DOCUMENT = 38;

  /** A bucket's document with its denials of weak TLS, without the bucket's name. */
  private static final int BUCKET_DOCUMENT = 387;

  /** The two statements of an account, without the names of the bucket and the roles. */
  private static final int OUTSIDE_ACCOUNT = 471;

  private static final int OWN_ACCOUNT = 311;

  /** The actions that {@code allow_push} adds, for each account. */
  private static final int PUSH_ACTIONS = 111;

  private PolicySize() {}

  /**
   * The policy of a bucket that roles may read, of the module {@code pull}.
   *
   * @param roles their ARNs
   */
  public static int ofBucket(
      String bucket, List<String> roles, boolean allowPush, Platform platform) {
    int partition = platform.partition().length() - "aws".length();
    Map<String, List<String>> byAccount = new LinkedHashMap<>();
    for (String role : roles) {
      byAccount.computeIfAbsent(role.split(":", -1)[4], account -> new ArrayList<>()).add(role);
    }
    int size = BUCKET_DOCUMENT + 4 * (bucket.length() + partition);
    for (Map.Entry<String, List<String>> account : byAccount.entrySet()) {
      boolean ours = account.getKey().equals(platform.accountId());
      size += ours ? OWN_ACCOUNT : OUTSIDE_ACCOUNT + 2 * partition;
      size += 2 * (bucket.length() + partition);
      size += account.getValue().stream().mapToInt(role -> 2 * role.length() + 6).sum();
      size += allowPush ? PUSH_ACTIONS : 0;
      size -= brackets(account.getValue().size());
    }
    return size;
  }

  /** A list of one is written without brackets, in each of the two statements that have it. */
  static int brackets(int entries) {
    return entries == 1 ? 4 : 0;
  }
}
