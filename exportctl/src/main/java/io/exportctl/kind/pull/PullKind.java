package io.exportctl.kind.pull;

import io.exportctl.dataset.AwsName;
import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.AdministratorRole;
import io.exportctl.kind.Adoption;
import io.exportctl.kind.EachRole;
import io.exportctl.kind.Kind;
import io.exportctl.kind.OwnBucket;
import io.exportctl.kind.SsoRole;
import io.exportctl.kind.UserAccess;
import io.exportctl.rule.FileRule;
import java.util.List;
import java.util.Optional;

/** The kind whose datasets have buckets that roles of other accounts read. */
public final class PullKind implements Kind {

  private static final List<FileRule> FILE_RULES =
      List.of(
          new BucketPolicy(),
          new EachRole(
              "pull_arns",
              List.of(
                  new AdministratorRole(
                      "ask the receiver for a role that was made to read this data"),
                  new SsoRole("the receiver"),
                  new OwnAccountRole())));

  @Override
  public DatasetKind id() {
    return DatasetKind.PULL;
  }

  @Override
  public Dataset read(Fields valid) {
    return PullDataset.from(valid);
  }

  @Override
  public List<AwsName> awsNames(String name, Platform platform) {
    return List.of(new AwsName("bucket", platform.pullBucket(name), 63));
  }

  @Override
  public String removal(String name, Platform platform) {
    return "the next apply takes the access away and deletes the bucket "
        + platform.pullBucket(name)
        + ", or fails if the bucket holds files";
  }

  @Override
  public String closure(String name, Platform platform) {
    return "the bucket %s and its files stay; neither users nor roles get in"
        .formatted(platform.pullBucket(name));
  }

  @Override
  public List<FileRule> fileRules() {
    return FILE_RULES;
  }

  @Override
  public List<String> partnerKeys() {
    return List.of("pull_arns");
  }

  @Override
  public Optional<OwnBucket> bucket() {
    return Optional.of((dataset, platform) -> platform.pullBucket(dataset));
  }

  @Override
  public Optional<UserAccess> userAccess() {
    return Optional.of(new PullAccess());
  }

  @Override
  public Optional<Adoption> adoption() {
    return Optional.of(
        new Adoption(
            "pull_datasets",
            Optional.empty(),
            List.of("bucket"),
            List.of("allow_push", "bucket_versioning"),
            PullKind::haveTheSameBucket,
            "bucket"));
  }

  /** Compares bucket names, which have hyphens for underscores in both systems. */
  private static boolean haveTheSameBucket(String old, String now) {
    return old.replace('_', '-').equals(now.replace('_', '-'));
  }
}
