package io.exportctl.dataset;

import java.util.List;

/**
 * A bucket of the platform that named roles may read.
 *
 * @param pullArns the roles, sorted
 * @param allowPush those roles may also write
 * @param bucketVersioning earlier versions of a file are kept for the recovery days
 */
public record PullDataset(
    String name,
    List<String> pullArns,
    List<String> users,
    List<String> paperwork,
    boolean allowPush,
    boolean bucketVersioning)
    implements Dataset {

  public PullDataset {
    pullArns = pullArns.stream().sorted().toList();
    users = users.stream().sorted().toList();
    paperwork = List.copyOf(paperwork);
  }

  static PullDataset from(Fields fields) {
    return new PullDataset(
        fields.text("name"),
        fields.texts("pull_arns"),
        fields.texts("users"),
        fields.texts("paperwork"),
        fields.flag("allow_push"),
        fields.flag("bucket_versioning"));
  }

  @Override
  public DatasetKind kind() {
    return DatasetKind.PULL;
  }

  @Override
  public String grant(Platform platform) {
    return platform.pullBucket(name);
  }

  @Override
  public String handoverBucket(Platform platform) {
    return platform.pullBucket(name);
  }

  @Override
  public List<Fact> facts(Platform platform) {
    String kept = "kept for " + platform.recoveryDays() + " days";
    return List.of(
        Fact.of("write to", "s3://" + platform.pullBucket(name) + "/"),
        Fact.of("bucket", platform.pullBucket(name)),
        Fact.list("roles", pullArns),
        Fact.of("roles may", allowPush ? "read, write and delete" : "read"),
        Fact.of("old versions are", bucketVersioning ? kept : "not kept"),
        Fact.list("users", users),
        Fact.list("paperwork", paperwork));
  }
}
