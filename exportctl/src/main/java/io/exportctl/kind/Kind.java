package io.exportctl.kind;

import io.exportctl.dataset.AwsName;
import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Platform;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.WorkspaceRule;
import io.exportctl.workspace.Artifact;
import java.util.List;
import java.util.Optional;

/**
 * Behaviour of a kind of dataset. What a kind may lack is a capability: a method that returns empty
 * unless the kind overrides it. What depends on the values of one dataset is an interface that its
 * record implements: {@link io.exportctl.dataset.HasUsers}, {@link
 * io.exportctl.dataset.HandedOver}.
 */
public interface Kind {

  DatasetKind id();

  /** Reads the keys of a file that has no errors. */
  Dataset read(Fields valid);

  /**
   * Returns the names that a dataset's resources in AWS will have, with the limits of AWS: <a
   * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM</a>, <a
   * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html">SQS</a>,
   * <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">S3</a>,
   * EventBridge Scheduler. The longest variant of each, so that a dataset may be switched.
   */
  List<AwsName> awsNames(String name, Platform platform);

  /** Rules for one file that only this kind has. */
  default List<FileRule> fileRules() {
    return List.of();
  }

  /** Rules across files that only this kind has. */
  default List<WorkspaceRule> workspaceRules() {
    return List.of();
  }

  /** The bucket that is created for each dataset. */
  default Optional<OwnBucket> bucket() {
    return Optional.empty();
  }

  /** The share of a user's policy that each dataset takes. */
  default Optional<UserAccess> userAccess() {
    return Optional.empty();
  }

  /** The form of such datasets in the system that exportctl replaces. */
  default Optional<Adoption> adoption() {
    return Optional.empty();
  }

  /** The program that the kind runs, which Terraform deploys. */
  default Optional<Artifact> program() {
    return Optional.empty();
  }

  /** The kind's own object in platform.yaml. */
  default Optional<PlatformSection> platformSection() {
    return Optional.empty();
  }
}
