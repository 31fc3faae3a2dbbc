package io.exportctl.validate;

import io.exportctl.dataset.DatasetFile;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.PolicySize;
import io.exportctl.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/**
 * The policy of a bucket has room for about 180 roles of one account, or 32 of as many accounts.
 */
final class BucketPolicy implements Rule {

  private static final PolicyLimit LIMIT = new PolicyLimit(PolicySize.LARGEST_BUCKET_POLICY);

  @Override
  public Stream<Diagnostic> check(Checked workspace) {
    return workspace.platform().stream()
        .flatMap(platform -> workspace.names().flatMap(name -> check(workspace, name, platform)));
  }

  /** Only a dataset that has a bucket of its own names roles. */
  private static Stream<Diagnostic> check(
      Checked workspace, Checked.Value name, Platform platform) {
    DatasetFile file = name.file();
    List<Checked.Value> roles = workspace.values(file, "pull_arns").toList();
    return file.kind().bucket(name.text(), platform).stream()
        .filter(bucket -> !roles.isEmpty())
        .map(bucket -> size(file, bucket, roles, platform))
        .filter(LIMIT::isNear)
        .map(
            size ->
                LIMIT
                    .diagnose(roles.get(roles.size() - 1), "the bucket's policy", size)
                    .withHelp("name fewer roles, or let one role be assumed by the others"));
  }

  private static int size(
      DatasetFile file, String bucket, List<Checked.Value> roles, Platform platform) {
    List<String> arns = roles.stream().map(Checked.Value::text).toList();
    return PolicySize.ofBucket(bucket, arns, file.document().isTrue("allow_push"), platform);
  }
}
