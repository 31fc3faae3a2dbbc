package io.exportctl.kind.push;

import io.exportctl.dataset.AwsName;
import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Platform;
import io.exportctl.kind.Adoption;
import io.exportctl.kind.Kind;
import io.exportctl.kind.UserAccess;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.WorkspaceRule;
import io.exportctl.workspace.Artifact;
import java.util.List;
import java.util.Optional;

/** The kind whose files move to a bucket in another account. */
public final class PushKind implements Kind {

  @Override
  public DatasetKind id() {
    return DatasetKind.PUSH;
  }

  @Override
  public Dataset read(Fields valid) {
    return PushDataset.from(valid);
  }

  @Override
  public List<AwsName> awsNames(String name, Platform platform) {
    return List.of(
        new AwsName("role", PushDataset.functionName(name, false), 64),
        new AwsName("queue", PushDataset.deadLetterName(name), 80),
        new AwsName("hourly schedule", PushDataset.sweepName(name), 64));
  }

  @Override
  public List<String> partnerKeys() {
    return List.of("account", "kms_key_arn");
  }

  @Override
  public List<FileRule> fileRules() {
    return List.of(new MissingAccount());
  }

  @Override
  public String removal(String name, Platform platform) {
    return "the next apply deletes its queues and function; files that still wait to be moved stay in"
        + " s3://%s/%s/".formatted(platform.exportBucket(), name);
  }

  @Override
  public String closure(String name, Platform platform) {
    return "files in s3://%s/%s/ stay and wait; nobody may write there, and none is moved"
        .formatted(platform.exportBucket(), name);
  }

  @Override
  public boolean canBeRenamed() {
    return true;
  }

  @Override
  public List<String> renaming(String from, String to, Platform platform) {
    String bucket = "s3://" + platform.exportBucket() + "/";
    return List.of(
        "before the apply, let users stop writing to %s%s/, and wait until its files are delivered"
            .formatted(bucket, from),
        "apply: the queues, the function and its role get the new name; files in %s%s/ stay"
            .formatted(bucket, from),
        "send the receiver \"exportctl handshake push/%s\": the role and the folder are new"
            .formatted(to),
        "move what is left: aws s3 mv --recursive %s%s/ %s%s/".formatted(bucket, from, bucket, to),
        "tell users to write to %s%s/ from now on".formatted(bucket, to),
        "once it is applied, remove the line \"renamed_from: %s\"".formatted(from));
  }

  @Override
  public List<WorkspaceRule> workspaceRules() {
    return List.of(new TargetIsOurs());
  }

  @Override
  public Optional<UserAccess> userAccess() {
    return Optional.of(new PushAccess());
  }

  @Override
  public List<String> rolePrefixes() {
    return List.of("export_", "sweep_");
  }

  /** Returns the mover. */
  @Override
  public Optional<Artifact> program() {
    return Optional.of(
        new Artifact("export-lambda.zip", "the function that moves the files", "lambda", true));
  }

  @Override
  public Optional<Adoption> adoption() {
    return Optional.of(
        new Adoption(
            "push_datasets",
            Optional.of(new Adoption.RenamedKey("target_bucket", "bucket")),
            List.of(),
            List.of("keep_files"),
            String::equals,
            "folder and role"));
  }
}
