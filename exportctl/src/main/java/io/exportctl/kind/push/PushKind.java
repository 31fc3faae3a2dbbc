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
