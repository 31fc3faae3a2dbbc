package io.exportctl.kind.pull;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Platform;
import io.exportctl.diagnostic.Diagnostic;
import io.exportctl.diagnostic.RuleId;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.FileValues.Value;
import io.exportctl.rule.PlatformRule;
import io.exportctl.rule.PolicyLimit;
import io.exportctl.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reports a bucket policy that exceeds its limit, or comes near it: about 180 roles of one account,
 * or 32 roles of as many accounts.
 */
final class BucketPolicy implements PlatformRule {

  private static final PolicyLimit LIMIT = PolicyLimit.BUCKET_POLICY;

  @Override
  public List<RuleId> ids() {
    return PolicyLimit.RULES;
  }

  @Override
  public void check(
      FileValues file, Platform platform, RuleContext context, Consumer<Diagnostic> found) {
    List<Value> roles = file.values("pull_arns");
    if (roles.isEmpty()) {
      return;
    }
    for (Value name : file.names()) {
      int size = size(name.file(), platform.pullBucket(name.text()), roles, platform);
      if (LIMIT.isNear(size)) {
        found.accept(diagnose(roles.get(roles.size() - 1), size));
      }
    }
  }

  private static Diagnostic diagnose(Value last, int size) {
    return LIMIT
        .diagnose(last, "the bucket's policy", size)
        .withHelp("name fewer roles, or let one role be assumed by the others");
  }

  private static int size(DatasetFile file, String bucket, List<Value> roles, Platform platform) {
    List<String> arns = roles.stream().map(Value::text).toList();
    return BucketPolicySize.of(bucket, arns, file.document().isTrue("allow_push"), platform);
  }
}
