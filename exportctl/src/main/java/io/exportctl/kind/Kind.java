package io.exportctl.kind;

import io.exportctl.dataset.AwsName;
import io.exportctl.dataset.Dataset;
import io.exportctl.dataset.DatasetKind;
import io.exportctl.dataset.Fields;
import io.exportctl.dataset.Platform;
import io.exportctl.rule.FileRule;
import io.exportctl.rule.FileValues;
import io.exportctl.rule.WorkspaceRule;
import io.exportctl.workspace.Artifact;
import java.util.List;
import java.util.Optional;

/**
 * Behaviour of a kind of dataset. An optional part of it is a capability: a method that returns
 * empty unless the kind overrides it. Behaviour that depends on a dataset's values is an interface
 * of its record: {@link io.exportctl.dataset.HasUsers}, {@link io.exportctl.dataset.HandedOver}.
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
   * EventBridge Scheduler. The list has the longest variant of each name, so that a dataset can be
   * switched later.
   */
  List<AwsName> awsNames(String name, Platform platform);

  /** Returns a sentence about what the next apply does after a dataset's file was deleted. */
  String removal(String name, Platform platform);

  /** Returns a sentence about what stays and what waits while a dataset is closed. */
  default String closure(String name, Platform platform) {
    return "its data stay; nobody gets in or out, and nothing is moved";
  }

  /** Returns true if a dataset takes its data along to another name. */
  default boolean canBeRenamed() {
    return false;
  }

  /**
   * Returns the steps of a person who gives a dataset another name, in their order; empty for a
   * kind that keeps data under the name.
   */
  default List<String> renaming(String from, String to, Platform platform) {
    return List.of();
  }

  /** Returns the rules for a single file that only this kind has. */
  default List<FileRule> fileRules() {
    return List.of();
  }

  /** Returns the rules across files that only this kind has. */
  default List<WorkspaceRule> workspaceRules() {
    return List.of();
  }

  /**
   * Returns the keys whose values name an account of the other side, by its number or in the ARN of
   * something that belongs to it.
   */
  default List<String> partnerKeys() {
    return List.of();
  }

  /** Returns the naming of the bucket that is created for each dataset. */
  default Optional<OwnBucket> bucket() {
    return Optional.empty();
  }

  /** Returns the names of the databases in the Glue Data Catalog that a dataset has of its own. */
  default List<String> databases(String name) {
    return List.of();
  }

  /** Returns the keys of the lists of users; the first is the one to which users are added. */
  default List<String> userKeys() {
    return List.of("users");
  }

  /** Returns the users in a file, each with the dataset; nobody if the file has no name. */
  default List<NamedUser> namedUsers(FileValues file) {
    return file.name().isEmpty()
        ? List.of()
        : file.users().stream().map(user -> new NamedUser(user, file.name().get())).toList();
  }

  /** Returns the space that datasets take in a user's policy. */
  default Optional<UserAccess> userAccess() {
    return Optional.empty();
  }

  /** Returns the form of such datasets in the system that exportctl replaces. */
  default Optional<Adoption> adoption() {
    return Optional.empty();
  }

  /**
   * Returns the beginnings of the names of its datasets' roles, by which one is found that belongs
   * to no dataset any more.
   */
  default List<String> rolePrefixes() {
    return List.of();
  }

  /** Returns the program that the kind runs, which Terraform deploys. */
  default Optional<Artifact> program() {
    return Optional.empty();
  }

  /** Returns the kind's own object in platform.yaml. */
  default Optional<PlatformSection> platformSection() {
    return Optional.empty();
  }
}
