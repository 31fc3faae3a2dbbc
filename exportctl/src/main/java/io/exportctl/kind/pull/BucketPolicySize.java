package io.exportctl.kind.pull;

import io.exportctl.dataset.Platform;
import io.exportctl.kind.PolicyDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Size of a bucket's policy in the module {@code pull}, in characters without white space. AWS
 * refuses a policy that is too large only on {@code terraform apply}.
 */
public final class BucketPolicySize {

  /** A document that denies weak TLS, without the bucket's name. */
  private static final int DOCUMENT = 387;

  /** The two statements for another account, without the names of the bucket and the roles. */
  private static final int OUTSIDE_ACCOUNT = 471;

  private static final int OWN_ACCOUNT = 311;

  /** The actions that writing adds, for each account. */
  private static final int WRITE_ACTIONS = 111;

  private BucketPolicySize() {}

  /**
   * Returns the size of a bucket's policy.
   *
   * @param roles ARNs of the roles
   * @param mayWrite true if the roles may write too
   */
  public static int of(String bucket, List<String> roles, boolean mayWrite, Platform platform) {
    int partition = platform.partition().length() - "aws".length();
    Map<String, List<String>> byAccount = new LinkedHashMap<>();
    for (String role : roles) {
      byAccount.computeIfAbsent(role.split(":", -1)[4], account -> new ArrayList<>()).add(role);
    }
    int size = DOCUMENT + 4 * (bucket.length() + partition);
    for (Map.Entry<String, List<String>> account : byAccount.entrySet()) {
      boolean ours = account.getKey().equals(platform.accountId());
      size += ours ? OWN_ACCOUNT : OUTSIDE_ACCOUNT + 2 * partition;
      size += 2 * (bucket.length() + partition);
      size += account.getValue().stream().mapToInt(role -> 2 * role.length() + 6).sum();
      size += mayWrite ? WRITE_ACTIONS : 0;
      size -= PolicyDocument.brackets(account.getValue().size());
    }
    return size;
  }
}
