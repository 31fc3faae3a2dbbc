package io.exportctl.validate;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.PolicySize;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.validate.FileValues.Value;
import java.util.List;
import java.util.function.Consumer;

/**
 * The policy of a bucket has room for about 180 roles of one account, or 32 of as many accounts.
 */
final class BucketPolicy implements PlatformRule {

  private static final PolicyLimit LIMIT = new PolicyLimit(PolicySize.LARGEST_BUCKET_POLICY);

  /** Only a dataset that has a bucket of its own names roles. */
  @Override
  public void check(
      FileValues file, Platform platform, Setting setting, Consumer<Diagnostic> found) {
    List<Value> roles = file.values("pull_arns");
    if (roles.isEmpty()) {
      return;
    }
    for (Value name : file.names()) {
      name.file()
          .kind()
          .bucket(name.text(), platform)
          .map(bucket -> size(name.file(), bucket, roles, platform))
          .filter(LIMIT::isNear)
          .map(size -> diagnose(roles.get(roles.size() - 1), size))
          .ifPresent(found);
    }
  }

  private static Diagnostic diagnose(Value last, int size) {
    return LIMIT
        .diagnose(last, "the bucket's policy", size)
        .withHelp("name fewer roles, or let one role be assumed by the others");
  }

  private static int size(DatasetFile file, String bucket, List<Value> roles, Platform platform) {
    List<String> arns = roles.stream().map(Value::text).toList();
    return PolicySize.ofBucket(bucket, arns, file.document().isTrue("allow_push"), platform);
  }
}
