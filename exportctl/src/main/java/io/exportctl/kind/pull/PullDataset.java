package io.exportctl.kind.pull;

import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Fact;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.HandedOver;
import io.exportctl.dataset.Handshake;
import io.exportctl.dataset.HasFlow;
import io.exportctl.dataset.HasUsers;
import io.exportctl.dataset.Meaning;
import io.exportctl.dataset.Operated;
import io.exportctl.dataset.Operation;
import io.exportctl.dataset.Platform;
import io.exportctl.dataset.Requirement;
import io.exportctl.dataset.RoleArn;
import io.exportctl.dataset.Statement;
import io.exportctl.dataset.Stop;
import io.exportctl.dataset.TestCommand;
import io.exportctl.text.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bucket of the platform that named roles may read.
 *
 * @param pullArns the roles, sorted
 * @param allowPush true if those roles may also write
 * @param bucketVersioning true if earlier versions of a file are kept for the recovery days
 */
public record PullDataset(
    String name,
    List<String> pullArns,
    List<String> users,
    List<String> paperwork,
    boolean allowPush,
    boolean bucketVersioning)
    implements HasUsers, HandedOver, HasFlow, Operated {

  private static final List<String> READ =
      List.of("s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion");
  private static final List<String> WRITE =
      List.of(
          "s3:AbortMultipartUpload",
          "s3:DeleteObject",
          "s3:ListMultipartUploadParts",
          "s3:PutObject",
          "s3:PutObjectTagging");
  private static final List<String> LIST = List.of("s3:GetBucketLocation", "s3:ListBucket");

  public PullDataset {
    pullArns = Dataset.sorted(pullArns);
    users = Dataset.sorted(users);
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
  public List<String> receivers() {
    return List.copyOf(RoleArn.byAccount(pullArns).keySet());
  }

  @Override
  public List<Stop> flow(Platform platform) {
    return PullFlow.of(this, platform);
  }

  @Override
  public Operation operation(Platform platform) {
    return PullOperation.of(this, platform);
  }

  @Override
  public List<Fact> facts(Platform platform) {
    String kept = "kept for " + platform.recoveryDays() + " days";
    return List.of(
        Fact.of("write to", "s3://" + platform.pullBucket(name) + "/"),
        Fact.of("bucket", platform.pullBucket(name)),
        Fact.list("roles", pullArns),
        Fact.list("accounts", receivers().stream().map(platform::account).toList()),
        Fact.of("roles may", allowPush ? "read, write and delete" : "read"),
        Fact.of("old versions are", bucketVersioning ? kept : "not kept"),
        Fact.list("users", users),
        Fact.list("paperwork", paperwork));
  }

  @Override
  public void write(JsonWriter json, Platform platform) {
    json.field("writeTo", "s3://" + platform.pullBucket(name) + "/")
        .field("bucket", platform.pullBucket(name))
        .texts("pullArns", pullArns)
        .texts("pullAccounts", receivers())
        .field("allowPush", allowPush)
        .field("bucketVersioning", bucketVersioning)
        .texts("users", users)
        .texts("paperwork", paperwork);
  }

  @Override
  public Meaning meaning(Platform platform) {
    return PullMeaning.of(this, platform);
  }

  @Override
  public Optional<String> bucketOwner(Platform platform) {
    return Optional.of(platform.accountId());
  }

  @Override
  public Optional<String> testFolder() {
    return Optional.of("");
  }

  /**
   * Asks other accounts to allow access by their roles; for roles of our own account, the bucket's
   * policy suffices.
   */
  @Override
  public Handshake handshake(Platform platform) {
    Map<String, List<String>> byAccount = RoleArn.byAccount(pullArns);
    byAccount.remove(platform.accountId());
    List<Requirement> requirements = Requirement.ofRoles(byAccount, statements(platform));
    String url = "s3://" + platform.pullBucket(name) + "/";
    List<TestCommand> testCommands = new ArrayList<>();
    testCommands.add(new TestCommand(pullArns.get(0), false, url));
    if (allowPush) {
      testCommands.add(new TestCommand(pullArns.get(0), true, url + "handshake.txt"));
    }
    return new Handshake(requirements, Optional.empty(), testCommands);
  }

  /** Returns the permissions that the bucket's policy grants to roles, see module {@code pull}. */
  private List<Statement> statements(Platform platform) {
    String bucketArn = platform.bucketArn(platform.pullBucket(name));
    List<String> files = new ArrayList<>(READ);
    files.addAll(allowPush ? WRITE : List.of());
    return List.of(
        new Statement(Statement.sid("Files", name), Optional.empty(), files, bucketArn + "/*"),
        new Statement(Statement.sid("Bucket", name), Optional.empty(), LIST, bucketArn));
  }
}
